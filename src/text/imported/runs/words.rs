//! What is asked of the word around a character, noted for every character in one pass.

/// Web and mail addresses hold one of these.
const SIGNS_OF_AN_ADDRESS: [&str; 3] = ["://", "www.", "@"];

#[derive(Debug)]
pub struct Words {
    lower_case_starts: Vec<usize>,
    in_address: Vec<bool>,
}

impl Words {
    pub fn of(chars: &[char]) -> Self {
        let mut lower_case_starts = Vec::with_capacity(chars.len());
        let mut in_address = Vec::with_capacity(chars.len());
        let (mut lower_case, mut word, mut is_address) = (0, 0, false);
        for (at, c) in chars.iter().enumerate() {
            lower_case_starts.push(lower_case);
            is_address |= ends_with_sign(&chars[word..at]);
            in_address.push(is_address);
            if c.is_whitespace() {
                (word, is_address) = (at + 1, false);
            }
            if !c.is_lowercase() {
                lower_case = at + 1;
            }
        }
        Self {
            lower_case_starts,
            in_address,
        }
    }

    /// Where the small letters before the character at `at` begin; `at` where there are none.
    pub fn lower_case_start(&self, at: usize) -> usize {
        self.lower_case_starts.get(at).copied().unwrap_or(at)
    }

    /// Whether what stands before the character at `at`, in its word, is a web or mail address.
    pub fn is_in_address(&self, at: usize) -> bool {
        self.in_address.get(at).copied().unwrap_or_default()
    }
}

fn ends_with_sign(word: &[char]) -> bool {
    SIGNS_OF_AN_ADDRESS.iter().any(|sign| {
        let start = word.len().checked_sub(sign.len());
        start.is_some_and(|start| word[start..].iter().copied().eq(sign.chars()))
    })
}

//! What accounts own while the board runs.

use super::{passwords::hasher::Hasher, sessions::token::Tokens, setup_code::SetupCode};
use crate::http::{board::Board, error::Error};

pub struct State {
    pub tokens: Tokens,
    pub hasher: Hasher,
    pub setup_code: SetupCode,
}

impl State {
    /// # Errors
    /// When the board was opened without accounts, which is a mistake of the program.
    pub fn of(board: &Board) -> Result<&Self, Error> {
        board.state()
    }
}

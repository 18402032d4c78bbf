//! Jobs as programs for recruiting, and boards of remote work, publish them as JSON: a file each, which says
//! where the fields are.

pub mod ashby;
pub mod greenhouse;
pub mod lever;
pub mod pinpoint;
pub mod recruitee;
pub mod remote_ok;
pub mod remotive;
pub mod smart_recruiters;
pub mod teamtailor;
pub mod workable;

#[cfg(test)]
mod tests;

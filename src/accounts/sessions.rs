//! Sessions: the row, the cookie that names it, the token inside the cookie.

pub mod cookie;
pub mod device;
pub mod session;
pub mod session_row;
pub mod token;

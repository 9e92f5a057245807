//! Parse, call, turn an error into an exit code: all of it in [`steward::cli`].

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    steward::cli::main()
}

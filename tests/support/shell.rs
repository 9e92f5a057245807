//! The real binary as somebody at a shell meets it.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// The real binary in an empty folder, with nothing of this process's environment that it would read.
pub struct Shell {
    folder: TempDir,
}

/// What one call said and how it ended.
pub struct Said {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Shell {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn file(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).expect("written");
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn steward(&self, args: &[&str]) -> Said {
        self.steward_with(args, &[])
    }

    pub fn steward_with(&self, args: &[&str], env: &[(&str, &str)]) -> Said {
        Said::of(&mut self.command(args, env))
    }

    /// The same with lines that are typed, and then the end of them.
    pub fn steward_reading(&self, args: &[&str], env: &[(&str, &str)], lines: &str) -> Said {
        Said::of(self.command(args, env).write_stdin(lines))
    }

    fn command(&self, args: &[&str], env: &[(&str, &str)]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_steward"));
        command.current_dir(self.path()).args(args).env("RUST_LOG", "off");
        for secret in ["DISCORD_TOKEN", "DATABASE_URL", "DISCORD_API_URL", "STEWARD_CONFIG"] {
            command.env_remove(secret);
        }
        command.envs(env.iter().copied());
        command
    }
}

impl Said {
    fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the binary runs");
        Self {
            exit: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// Exit code and talk, as one text.
    pub fn ending(&self) -> String {
        assert_eq!(self.out, "", "stdout is for data");
        format!("{}exit {}", self.err, self.exit)
    }
}

/// What lies in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.sort();
    names
}

//! Diagnostics to text, JSON, SARIF and GitHub annotations.

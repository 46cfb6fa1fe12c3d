package dev.backstep.session;

/// Which colours a person wants.
public enum ThemeChoice {
    /// as the system has it
    SYSTEM,
    LIGHT,
    DARK,
    /// light on black, as strong as can be
    CONTRAST
}

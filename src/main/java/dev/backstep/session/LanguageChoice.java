package dev.backstep.session;

/// Which language a person wants the interface in.
public enum LanguageChoice {
    /// that of the system if the interface speaks it, else English
    SYSTEM,
    ENGLISH,
    CHINESE
}

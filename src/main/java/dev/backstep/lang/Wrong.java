package dev.backstep.lang;

/// Carries a problem out of the depth of an expression; never leaves this package.
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Wrong(Span span, String message, String hint) {
        super(message, null, false, false);
        this.problem = new Problem(span, message, hint);
    }

    Problem problem() {
        return problem;
    }
}

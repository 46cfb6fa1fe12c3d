package dev.backstep.lang;

import java.util.Optional;

/// Names of numbers, unless a program assigns them.
final class Constants {

    private Constants() {}

    static Optional<Double> of(String name) {
        return switch (name) {
            case "pi", "π" -> Optional.of(Math.PI);
            case "e" -> Optional.of(Math.E);
            default -> Optional.empty();
        };
    }
}

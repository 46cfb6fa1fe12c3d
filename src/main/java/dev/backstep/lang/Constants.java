package dev.backstep.lang;

import java.util.Optional;
import java.util.Set;

/// Names of numbers, unless a program assigns them.
final class Constants {

    static final Set<String> NAMES = Set.of("pi", "π", "e");

    private Constants() {}

    static Optional<Double> of(String name) {
        return switch (name) {
            case "pi", "π" -> Optional.of(Math.PI);
            case "e" -> Optional.of(Math.E);
            default -> Optional.empty();
        };
    }
}

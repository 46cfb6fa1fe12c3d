package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known name that a mistyped one most likely meant.
public final class Nearest {

    /// Longer names are not compared: it would cost more than it helps.
    private static final int LONGEST = 40;

    private Nearest() {}

    /// `did you mean …?`, or nothing where no known name is near.
    public static Optional<Message> hint(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        int near = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(
                        k ->
                                Math.abs(k.length() - typed.length()) <= near
                                        && distance(typed, k) <= near)
                .min(Comparator.comparingInt(k -> distance(typed, k)))
                .map(k -> Message.of("hint.nearest").with("name", k));
    }

    /// `known: …`, all of them.
    public static Message known(Collection<String> names) {
        return Message.of("hint.known").with("names", String.join(", ", names));
    }

    /// Levenshtein's edit distance, with two neighbours changed round as one edit.
    static int distance(String a, String b) {
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(old, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = old[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(old[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], older[j - 2] + 1);
                }
            }
            int[] freed = older;
            older = old;
            old = row;
            row = freed;
        }
        return old[b.length()];
    }
}

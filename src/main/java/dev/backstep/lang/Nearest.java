package dev.backstep.lang;

import java.util.Collection;
import java.util.Comparator;

/// The known name that a mistyped one most likely meant.
final class Nearest {

    /// Longer names are not compared: it would cost more than it helps.
    private static final int LONGEST = 40;

    private Nearest() {}

    /// `did you mean …?`, or nothing where no known name is near.
    static String hint(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return "";
        }
        int near = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(
                        k ->
                                Math.abs(k.length() - typed.length()) <= near
                                        && distance(typed, k) <= near)
                .min(Comparator.comparingInt(k -> distance(typed, k)))
                .map(k -> "did you mean " + k + "?")
                .orElse("");
    }

    /// Levenshtein's edit distance.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

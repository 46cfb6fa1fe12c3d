package dev.backstep.onnx;

import dev.backstep.lang.Completion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of a program for what a model names, each given once.
///
/// `/fc1/Gemm_output_0` becomes `fc1_Gemm`, `dense/MatMul:0` `dense_MatMul`, `fc1.weight`
/// `fc1_weight`. Only letters, digits and `_` of ASCII are taken over, so that no two names are one
/// to the reader of programs, and none has a meaning of its own.
final class LegalNames {

    /// The name of a model's only input: nothing else has it.
    static final String SAMPLES = "X";

    private static final int LONGEST = 40;

    private static final Pattern OUTPUT = Pattern.compile("(_output_0|:0)$");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]+");

    /// What has a meaning in some place of a program without being a function.
    private static final Set<String> WORDS =
            Set.of(
                    "param", "const", "loss", "data", "train", "set", "rows", "cols", "pi", "e",
                    SAMPLES, "y", "L", "yhat", "T");

    private final Set<String> taken = new HashSet<>(WORDS);

    /// Of names that are asked for often, the number that was given last.
    private final Map<String, Integer> numbers = new HashMap<>();

    LegalNames() {
        Completion.at("", 0).proposals().forEach(p -> taken.add(p.name()));
    }

    /// A name that nothing else has, as like to `foreign` as can be.
    ///
    /// @param otherwise what it begins with if `foreign` begins with no letter
    String fresh(String foreign, String otherwise) {
        String plain =
                OTHER.matcher(OUTPUT.matcher(start(foreign)).replaceFirst("")).replaceAll("_");
        String stripped = plain.replaceAll("^_+|_+$", "");
        boolean begins = !stripped.isEmpty() && Character.isLetter(stripped.charAt(0));
        String name = begins ? stripped : stripped.isEmpty() ? otherwise : otherwise + stripped;
        String base =
                name.length() <= LONGEST
                        ? name
                        : name.substring(0, LONGEST).replaceFirst("_+$", "");
        String unique = base;
        while (!taken.add(unique)) {
            unique = base + "_" + numbers.merge(base, 2, (n, _) -> n + 1);
        }
        return unique;
    }

    /// Long enough to tell names apart, and no work for those without end.
    private static String start(String foreign) {
        return foreign.length() <= 4 * LONGEST ? foreign : foreign.substring(0, 4 * LONGEST);
    }
}

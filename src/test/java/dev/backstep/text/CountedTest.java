package dev.backstep.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is counted is said in the singular if it is one: of every sentence, with 1 and with 2 for
/// all that it names.
class CountedTest {

    private static final List<String> BUNDLES =
            List.of(
                    "dev.backstep.text.sentences",
                    "dev.backstep.text.problems",
                    "dev.backstep.text.manual",
                    "dev.backstep.text.glossary",
                    "dev.backstep.text.quiz",
                    "dev.backstep.ui.texts");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

    /// Words behind a number that are no noun of what is counted, nor stand before one.
    private static final Set<String> OTHER =
            Set.copyOf(
                    List.of(
                            ("of and in for or to by with at from on than that as MB million times plus"
                                            + " minus is has does takes gives holds needs stands uses goes"
                                            + " names ends comes turns depends overflows grows stays was"
                                            + " passes reads divides hands gets keeps starts becomes points"
                                            + " arises counts compares calls lies falls hides adds moves"
                                            + " changes shows means repeats breaks begins carries applies"
                                            + " sums leaves its across this")
                                    .split(" ")));

    /// Sentences that name several things, never one, or have other words behind a name.
    private static final Set<String> UNCOUNTED =
            Set.of(
                    "mistake.reason.early_update.both",
                    "onnx.about.inputs",
                    "paths.leaves",
                    "quiz.asked.shape",
                    "quiz.why.local_left_out",
                    "quiz.why.shapes_misfit",
                    "quiz.why.sign.value",
                    "step.forward.group",
                    "update.clipped",
                    "update.unclipped");

    /// In a limit of the program; it is larger than 1.
    private static final String LIMIT = "most";

    private static Map<String, String> english() {
        Map<String, String> patterns = new TreeMap<>();
        for (String name : BUNDLES) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(
                            name,
                            Locale.ENGLISH,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> patterns.put(key, bundle.getString(key)));
        }
        UNCOUNTED.forEach(patterns::remove);
        return patterns;
    }

    private static String said(String key, String pattern, String number) {
        Message.Pattern message = Message.of(key);
        Matcher arguments = ARGUMENT.matcher(pattern);
        while (arguments.find()) {
            String name = arguments.group(1);
            message = message.with(name, name.equals(LIMIT) ? "9" : number);
        }
        return Bundle.in(Locale.ENGLISH, "dev.backstep.ui.texts").say(message);
    }

    /// Whether one of the first words behind a number is a wrong one.
    private static boolean has(String said, String number, BiPredicate<String, Boolean> wrong) {
        Matcher behind =
                Pattern.compile("(?<![\\w.])" + number + "((?: [\\w-]+){1,3})").matcher(said);
        while (behind.find()) {
            boolean first = true;
            for (String word : behind.group(1).trim().split(" ")) {
                if (OTHER.contains(word)) {
                    break;
                }
                if (wrong.test(word, first)) {
                    return true;
                }
                first = false;
            }
        }
        return false;
    }

    @Test
    void one_is_said_of_one() {
        assertEquals(
                List.of(),
                english().entrySet().stream()
                        .map(e -> said(e.getKey(), e.getValue(), "1"))
                        .filter(s -> has(s, "1", (w, _) -> w.matches("[a-z-]+[a-rt-z]s|are|have")))
                        .toList());
    }

    /// The nouns are those that have two forms in some sentence.
    @Test
    void two_are_said_of_two() {
        Set<String> singular = new HashSet<>();
        Pattern forms =
                Pattern.compile("\\|# (?:[\\w-]+ )?([a-z]+)\\|# (?:[\\w-]+ )?\\1(?:e?s)\\}");
        for (String pattern : english().values()) {
            forms.matcher(pattern).results().forEach(found -> singular.add(found.group(1)));
        }
        assertTrue(singular.containsAll(Set.of("multiplication", "batch")), singular::toString);
        assertEquals(
                List.of(),
                english().entrySet().stream()
                        .map(e -> said(e.getKey(), e.getValue(), "2"))
                        .filter(s -> has(s, "2", (w, first) -> first && singular.contains(w)))
                        .toList());
    }

    /// Of two counts in a sentence each has its own form, and Chinese has but one.
    @Test
    void each_count_has_its_form() {
        Message off = Message.of("check.count").with("n", 1).with("all", 2);
        assertEquals("1 of 2 gradients is off", Bundle.ENGLISH.say(off));
        assertEquals("2 个梯度中有 1 个不对", Bundle.in(Locale.SIMPLIFIED_CHINESE).say(off));
        Message one = Message.of("check.count").with("n", 1).with("all", 1);
        assertEquals("1 of 1 gradient is off", Bundle.ENGLISH.say(one));
        Message paths = Message.of("paths.alone").with("n", 1);
        assertEquals(
                "every path alone: 1 multiplication",
                Bundle.in(Locale.ENGLISH, "dev.backstep.ui.texts").say(paths));
    }
}

package dev.backstep.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.text.Bundle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the terms of the glossary stand in texts.
class GlossaryTest {

    private static final Bundle CHINESE = Bundle.in(Locale.SIMPLIFIED_CHINESE);

    private static List<String> found(Bundle language, String text) {
        return Glossary.in(language).find(text).stream()
                .map(f -> f.term() + ":" + text.substring(f.start(), f.end()))
                .toList();
    }

    @Test
    void the_longest_of_several_terms_is_found() {
        assertEquals(
                List.of("LOCAL:local gradient", "UPSTREAM:Upstream", "DOWNSTREAM:downstream"),
                found(Bundle.ENGLISH, "the local gradient is 2. Upstream × it = downstream"));
        assertEquals(
                List.of(
                        "GRADIENT_DESCENT:gradient descent",
                        "VANISHING_GRADIENT:Vanishing gradients"),
                found(Bundle.ENGLISH, "Not gradient descent. Vanishing gradients"));
        assertEquals(
                List.of("BINARY_CROSS_ENTROPY:binary cross-entropy", "CROSS_ENTROPY:cross-entropy"),
                found(Bundle.ENGLISH, "binary cross-entropy and cross-entropy"));
    }

    @Test
    void a_part_of_a_word_is_no_term() {
        assertEquals(List.of(), found(Bundle.ENGLISH, "locally seeded glossary, upstreams, loss2"));
        assertEquals(List.of("LOSS:loss"), found(Bundle.ENGLISH, "(loss)"));
    }

    @Test
    void chinese_terms_need_no_spaces_around_them() {
        assertEquals(
                List.of("UPSTREAM:上游梯度", "LOCAL:局部梯度", "SOFTMAX:softmax", "MINI_BATCH:小批量"),
                found(CHINESE, "把上游梯度乘以局部梯度，经过softmax再对小批量"));
        assertEquals(List.of("VANISHING_GRADIENT:梯度消失"), found(CHINESE, "这就是梯度消失"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void no_two_terms_share_a_word(String language) {
        Bundle bundle = Bundle.in(Locale.of(language));
        Map<String, GlossaryTerm> words = new HashMap<>();
        for (GlossaryTerm term : GlossaryTerm.values()) {
            for (String word : term.words(bundle)) {
                GlossaryTerm other = words.put(word.toLowerCase(Locale.ROOT), term);
                assertEquals(null, other, word);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_term_is_found_by_its_words_and_says_what_it_means_in_a_sentence(GlossaryTerm term) {
        for (Bundle language : List.of(Bundle.ENGLISH, CHINESE)) {
            for (String word : term.words(language)) {
                String said = word.replaceFirst("^=", "");
                assertEquals(List.of(term + ":" + said), found(language, said), "words of " + term);
            }
            String meaning = language.say(term.meaning());
            assertTrue(meaning.endsWith(".") || meaning.endsWith("。"), meaning);
            assertTrue(meaning.length() <= 200, meaning);
        }
    }

    /// That of a random draw is another one, and a batch of a batch norm no step of a training.
    @Test
    void a_word_with_another_meaning_beside_it_is_no_term() {
        assertEquals(List.of(), found(Bundle.ENGLISH, "seed of shuffling"));
        assertEquals(List.of(), found(Bundle.ENGLISH, "seed"));
        assertEquals(List.of("SEED:Seed gradient"), found(Bundle.ENGLISH, "Seed gradient"));
        assertEquals(List.of("MINI_BATCH:BATCH"), found(Bundle.ENGLISH, "BATCH"));
        assertEquals(List.of(), found(Bundle.ENGLISH, "batch norm"));
        assertEquals(List.of("EPOCH:轮"), found(CHINESE, "轮"));
        assertEquals(List.of(), found(CHINESE, "轮廓"));
    }

    /// The tangent of trigonometry is another word.
    @Test
    void a_function_is_not_taken_for_a_term() {
        Glossary english = Glossary.in(Bundle.ENGLISH);
        assertEquals(List.of(), english.find("the hyperbolic tangent of x"));
        assertEquals(1, english.find("its tangents are computed").size());
    }
}

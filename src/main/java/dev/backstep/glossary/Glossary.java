package dev.backstep.glossary;

import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The terms of the glossary as they stand in the texts of one language.
public final class Glossary {

    /// Kept: many texts are looked through.
    private static final Map<Bundle, Glossary> READ = new ConcurrentHashMap<>();

    /// A term in a text.
    ///
    /// @param start the place of its first character
    /// @param end the place behind its last
    public record Found(GlossaryTerm term, int start, int end) {}

    /// A word that begins with this counts only where it is all that a text says.
    static final String ALONE = "=";

    private final Map<String, GlossaryTerm> terms = new HashMap<>();
    private final Map<String, GlossaryTerm> alone = new HashMap<>();
    private final Pattern pattern;

    private Glossary(Bundle language) {
        for (GlossaryTerm term : GlossaryTerm.values()) {
            for (String word : term.words(language)) {
                String said = word.toLowerCase(Locale.ROOT);
                if (said.startsWith(ALONE)) {
                    alone.put(said.substring(ALONE.length()), term);
                } else {
                    terms.put(said, term);
                }
            }
        }
        // Of what begins at one place, the first that fits is found: so the longest stands first.
        String words =
                terms.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        // Chinese has no spaces around words, so only letters of alphabets go on with a word.
        pattern =
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?:"
                                + words
                                + ")(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public static Glossary in(Bundle language) {
        return READ.computeIfAbsent(language, Glossary::new);
    }

    /// The terms in a text, from left to right. Where several begin at one place it is the longest;
    /// none lies in another.
    public List<Found> find(String text) {
        GlossaryTerm whole = alone.get(text.toLowerCase(Locale.ROOT));
        if (whole != null) {
            return List.of(new Found(whole, 0, text.length()));
        }
        List<Found> found = new ArrayList<>();
        Matcher words = pattern.matcher(text);
        while (words.find()) {
            GlossaryTerm term =
                    Objects.requireNonNull(terms.get(words.group().toLowerCase(Locale.ROOT)));
            found.add(new Found(term, words.start(), words.end()));
        }
        return found;
    }
}

package dev.backstep.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts lines of text at signs in their plain words; what is emphasised, code or formula stays
/// whole.
final class LineCuts {

    private LineCuts() {}

    /// What was found.
    ///
    /// @param piece which one of the line it stands in
    /// @param start where it begins in that piece
    /// @param end one more than where it ends
    record Place(int piece, int start, int end) {}

    /// The first place of a pattern.
    static Optional<Place> find(List<Inline> line, Pattern pattern) {
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i) instanceof Inline.Words(String text)) {
                Matcher found = pattern.matcher(text);
                if (found.find()) {
                    return Optional.of(new Place(i, found.start(), found.end()));
                }
            }
        }
        return Optional.empty();
    }

    static List<Inline> before(List<Inline> line, Place place) {
        List<Inline> before = new ArrayList<>(line.subList(0, place.piece));
        before.add(new Inline.Words(text(line, place).substring(0, place.start)));
        return before;
    }

    static List<Inline> behind(List<Inline> line, Place place) {
        List<Inline> behind = new ArrayList<>();
        behind.add(new Inline.Words(text(line, place).substring(place.end)));
        behind.addAll(line.subList(place.piece + 1, line.size()));
        return behind;
    }

    /// Without the first characters, which are in its first piece.
    static List<Inline> cut(List<Inline> line, int characters) {
        return line.isEmpty() || characters == 0 ? line : behind(line, new Place(0, 0, characters));
    }

    /// The parts between a sign.
    static List<List<Inline>> split(List<Inline> line, char sign) {
        Pattern pattern = Pattern.compile(Pattern.quote(Character.toString(sign)));
        List<List<Inline>> parts = new ArrayList<>();
        List<Inline> rest = line;
        Optional<Place> next = find(rest, pattern);
        while (next.isPresent()) {
            parts.add(before(rest, next.get()));
            rest = behind(rest, next.get());
            next = find(rest, pattern);
        }
        parts.add(rest);
        return parts;
    }

    /// Without the spaces at its ends.
    static List<Inline> trimmed(List<Inline> line) {
        List<Inline> trimmed = new ArrayList<>(line);
        while (!trimmed.isEmpty() && trimmed.getFirst() instanceof Inline.Words(String text)) {
            trimmed.removeFirst();
            if (!text.isBlank()) {
                trimmed.addFirst(new Inline.Words(text.stripLeading()));
                break;
            }
        }
        while (!trimmed.isEmpty() && trimmed.getLast() instanceof Inline.Words(String text)) {
            trimmed.removeLast();
            if (!text.isBlank()) {
                trimmed.addLast(new Inline.Words(text.stripTrailing()));
                break;
            }
        }
        return trimmed;
    }

    private static String text(List<Inline> line, Place place) {
        return ((Inline.Words) line.get(place.piece)).text();
    }
}

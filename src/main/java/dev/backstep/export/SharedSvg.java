package dev.backstep.export;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/// SVG pictures of many steps, each in a light and in a dark theme, that share all they have in
/// common: a picture is a list of numbers of pieces, and what differs between themes only in its
/// colours is one piece, whose colours are classes.
final class SharedSvg {

    private final Map<String, Integer> pieces = new LinkedHashMap<>();
    private final Map<String, Integer> outlines = new LinkedHashMap<>();
    private final Map<String, Integer> clips = new LinkedHashMap<>();
    private final Map<Ink, Integer> inks = new LinkedHashMap<>();

    /// A colour in both themes.
    private record Ink(String light, String dark) {}

    /// Adds what a picture consists of, or a part of it.
    ///
    /// @return the numbers of its shapes, in the order of drawing
    int[] add(Element light, Element dark) {
        List<SvgShape> bright = SvgShape.all(light);
        List<SvgShape> dim = SvgShape.all(dark);
        List<Integer> picture = new ArrayList<>();
        int at = 0;
        int beside = 0;
        for (AbstractDelta<String> delta : differences(bright, dim)) {
            while (at < delta.getSource().getPosition()) {
                picture.add(both(bright.get(at++), dim.get(beside++)));
            }
            for (int i = 0; i < delta.getSource().size(); i++) {
                picture.add(one(bright.get(at++), "l"));
            }
            for (int i = 0; i < delta.getTarget().size(); i++) {
                picture.add(one(dim.get(beside++), "d"));
            }
        }
        while (at < bright.size()) {
            picture.add(both(bright.get(at++), dim.get(beside++)));
        }
        return picture.stream().mapToInt(i -> i).toArray();
    }

    private static List<AbstractDelta<String>> differences(List<SvgShape> a, List<SvgShape> b) {
        return DiffUtils.diff(
                        a.stream().map(SvgShape::form).toList(),
                        b.stream().map(SvgShape::form).toList())
                .getDeltas();
    }

    private int both(SvgShape light, SvgShape dark) {
        List<String> classes = new ArrayList<>();
        ink(classes, "f", light.fill(), dark.fill());
        ink(classes, "s", light.stroke(), dark.stroke());
        return piece(light, classes);
    }

    /// What only one theme draws.
    private int one(SvgShape shape, String theme) {
        List<String> classes = new ArrayList<>(List.of(theme));
        ink(classes, "f", shape.fill(), shape.fill());
        ink(classes, "s", shape.stroke(), shape.stroke());
        return piece(shape, classes);
    }

    private void ink(List<String> classes, String kind, String light, String dark) {
        if (!light.equals("none") || !dark.equals("none")) {
            classes.add(kind + number(inks, new Ink(light, dark)));
        }
    }

    private int piece(SvgShape shape, List<String> classes) {
        String markup =
                shape.markup(
                        String.join(" ", classes),
                        outline -> "o" + number(outlines, outline),
                        clip -> "c" + number(clips, clip));
        return number(pieces, markup);
    }

    private static <T> int number(Map<T, Integer> of, T what) {
        Integer known = of.putIfAbsent(what, of.size());
        return known == null ? of.size() - 1 : known;
    }

    /// The pieces, by number.
    List<String> pieces() {
        return List.copyOf(pieces.keySet());
    }

    /// What pieces refer to: outlines of letters, and what others are clipped to.
    String definitions() {
        return outlines.entrySet().stream()
                        .map(e -> "<path id=\"o" + e.getValue() + "\" d=\"" + e.getKey() + "\"/>")
                        .collect(Collectors.joining())
                + clips.entrySet().stream()
                        .map(e -> clip(e.getKey(), e.getValue()))
                        .collect(Collectors.joining());
    }

    private static String clip(String outline, int number) {
        return "<clipPath id=\"c" + number + "\">" + outline + "</clipPath>";
    }

    /// The colours of one theme, as rules.
    String colours(boolean dark) {
        return inks.entrySet().stream()
                .map(e -> colour(e.getValue(), dark ? e.getKey().dark() : e.getKey().light()))
                .collect(Collectors.joining());
    }

    private static String colour(int number, String colour) {
        return ".f%1$d{fill:%2$s}.s%1$d{stroke:%2$s}".formatted(number, colour);
    }
}

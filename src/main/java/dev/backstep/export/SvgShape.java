package dev.backstep.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// One shape of a picture that Batik wrote, with all that it inherits from the groups around it.
///
/// @param name of the element, such as `path`
/// @param around the groups that place or clip it, from the outermost: opening tags, in which a
///   clip stands for its id
/// @param clips the outline of each clip, in their order
/// @param attributes its own, but for colours
/// @param outline that of a path; empty for others
/// @param fill a colour, or `none`
/// @param stroke a colour, or `none`
record SvgShape(
        String name,
        List<String> around,
        List<String> clips,
        Map<String, String> attributes,
        String outline,
        String fill,
        String stroke) {

    /// What stands for the id of a clip until it has one.
    private static final String CLIP = "@clip@";

    private static final Pattern FRACTION = Pattern.compile("(-?\\d+\\.\\d\\d)\\d+");
    private static final Pattern ZEROS = Pattern.compile("(\\.\\d*?)0+(?=\\D|$)");

    /// The attributes that reach a shape from its groups, and what they are if none says so.
    private static final Map<String, String> INHERITED =
            new TreeMap<>(
                    Map.of(
                            "fill-opacity", "1",
                            "fill-rule", "nonzero",
                            "stroke-opacity", "1",
                            "stroke-width", "1",
                            "stroke-dasharray", "none",
                            "stroke-linecap", "butt",
                            "stroke-linejoin", "miter",
                            "opacity", "1"));

    private static final List<String> OWN =
            List.of(
                    "x",
                    "y",
                    "width",
                    "height",
                    "rx",
                    "ry",
                    "cx",
                    "cy",
                    "r",
                    "x1",
                    "y1",
                    "x2",
                    "y2",
                    "points",
                    "transform",
                    "xlink:href",
                    "preserveAspectRatio");

    /// All shapes below `svg`, in the order of drawing.
    static List<SvgShape> all(Element svg) {
        Map<String, String> clips = new HashMap<>();
        collectClips(svg, clips);
        List<SvgShape> shapes = new ArrayList<>();
        new Walk(clips, shapes).into(svg, Map.of(), List.of(), List.of());
        return shapes;
    }

    private static void collectClips(Element e, Map<String, String> clips) {
        if (e.getTagName().equals("clipPath")) {
            StringBuilder outline = new StringBuilder();
            for (Element shape : children(e)) {
                outline.append('<').append(shape.getTagName());
                for (int i = 0; i < shape.getAttributes().getLength(); i++) {
                    Node a = shape.getAttributes().item(i);
                    outline.append(attribute(a.getNodeName(), a.getNodeValue()));
                }
                outline.append("/>");
            }
            clips.put("url(#" + e.getAttribute("id") + ")", outline.toString());
        }
        children(e).forEach(c -> collectClips(c, clips));
    }

    private static List<Element> children(Element e) {
        List<Element> all = new ArrayList<>();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                all.add(child);
            }
        }
        return all;
    }

    /// The way from the root to each shape.
    private record Walk(Map<String, String> clips, List<SvgShape> shapes) {

        void into(Element e, Map<String, String> above, List<String> around, List<String> clipped) {
            Map<String, String> style = new HashMap<>(above);
            for (String name : INHERITED.keySet()) {
                inherit(e, name, style);
            }
            inherit(e, "fill", style);
            inherit(e, "stroke", style);
            if (e.getTagName().equals("svg") || e.getTagName().equals("g")) {
                List<String> groups = new ArrayList<>(around);
                List<String> outlines = new ArrayList<>(clipped);
                String tag = tag(e, outlines);
                if (!tag.equals("<g>")) {
                    groups.add(tag);
                }
                children(e).forEach(c -> into(c, style, groups, outlines));
            } else if (!e.getTagName().equals("defs")) {
                shapes.add(shape(e, style, around, clipped));
            }
        }

        private static void inherit(Element e, String name, Map<String, String> style) {
            if (e.hasAttribute(name)) {
                style.put(name, e.getAttribute(name));
            }
        }

        private String tag(Element group, List<String> outlines) {
            String placed = group.getAttribute("transform");
            String clip = clips.getOrDefault(group.getAttribute("clip-path"), "");
            if (!clip.isEmpty()) {
                outlines.add(clip);
            }
            return "<g"
                    + (placed.isEmpty() ? "" : attribute("transform", placed))
                    + (clip.isEmpty() ? "" : attribute("clip-path", "url(#" + CLIP + ")"))
                    + ">";
        }
    }

    private static SvgShape shape(
            Element e, Map<String, String> style, List<String> around, List<String> clipped) {
        String fill = style.getOrDefault("fill", "black");
        String stroke = style.getOrDefault("stroke", "none");
        Map<String, String> attributes = new TreeMap<>();
        INHERITED.forEach(
                (name, usual) -> {
                    String value = style.getOrDefault(name, usual);
                    boolean seen =
                            !(name.startsWith("stroke") && stroke.equals("none"))
                                    && !(name.startsWith("fill") && fill.equals("none"));
                    if (seen && !value.equals(usual)) {
                        attributes.put(name, value);
                    }
                });
        for (String name : OWN) {
            if (e.hasAttribute(name)) {
                attributes.put(name, e.getAttribute(name));
            }
        }
        return new SvgShape(
                e.getTagName(),
                around,
                clipped,
                attributes,
                e.getTagName().equals("path") ? rounded(e.getAttribute("d")) : "",
                fill,
                stroke);
    }

    /// An outline with two digits after the point: a hundredth of a pixel, or of a letter's size.
    private static String rounded(String outline) {
        return ZEROS.matcher(FRACTION.matcher(outline).replaceAll("$1"))
                .replaceAll(m -> m.group(1).equals(".") ? "" : m.group(1));
    }

    private static String attribute(String name, String value) {
        return " "
                + name
                + "=\""
                + value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
                + "\"";
    }

    /// All of it but its colours: two shapes of one form differ in those alone.
    String form() {
        return name
                + around
                + clips
                + attributes
                + outline
                + fill.equals("none")
                + stroke.equals("none");
    }

    /// As markup.
    ///
    /// @param classes of its colours
    /// @param outlineId gives the id of an outline that stands elsewhere
    /// @param clipId gives the id of a clip that stands elsewhere
    String markup(String classes, UnaryOperator<String> outlineId, UnaryOperator<String> clipId) {
        StringBuilder out = new StringBuilder();
        int clip = 0;
        for (String tag : around) {
            out.append(
                    tag.contains(CLIP) ? tag.replace(CLIP, clipId.apply(clips.get(clip++))) : tag);
        }
        boolean shared = !outline.isEmpty();
        out.append(shared ? "<use" : "<" + name);
        if (!classes.isEmpty()) {
            out.append(attribute("class", classes));
        }
        if (fill.equals("none")) {
            out.append(attribute("fill", "none"));
        }
        attributes.forEach(
                (n, value) -> out.append(attribute(n.replace("xlink:href", "href"), value)));
        if (shared) {
            out.append(attribute("href", "#" + outlineId.apply(outline)));
        }
        return out.append("/>").append("</g>".repeat(around.size())).toString();
    }
}

package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Formulas;
import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Names;
import dev.backstep.notation.Numbers;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.dot.DOTImporter;
import org.junit.jupiter.api.Test;

/// Ten thousand titles and names of strangers in the language of Graphviz: none becomes more than a
/// label.
class HostileDotTest {

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\\",
                    "\\\"",
                    "\"]; x [label=\"",
                    "\\N",
                    "\\G",
                    "\\l",
                    "\\n",
                    "<b>",
                    "</table>",
                    "->",
                    "--",
                    "{",
                    "}",
                    "[",
                    "]",
                    ";",
                    ",",
                    "=",
                    "//",
                    "/*",
                    "*/",
                    "&quot;",
                    "&",
                    "subgraph",
                    "digraph",
                    "URL=\"javascript:x\"",
                    "image=\"/etc/passwd\"",
                    "\t",
                    "\u0001",
                    "\u001b",
                    "\u202e",
                    "\ud83d\ude00",
                    "a",
                    "1",
                    " ",
                    "ŷ",
                    "变量",
                    "$",
                    "%",
                    "\u007f",
                    "\u0085",
                    "\u2028",
                    "|",
                    "'",
                    "`",
                    "\ufeff");

    /// What stands in a file: a text between quotes, a word, or a sign.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*+(\"(?:[^\"\\\\]|\\\\.)*+\"|[A-Za-z0-9_.]++|->|[{}\\[\\];=,])",
                    Pattern.DOTALL);

    private static final Set<String> ATTRIBUTES =
            Set.of("rankdir", "shape", "style", "label", "texlbl", "penwidth");

    private static String title(Random random) {
        StringBuilder title = new StringBuilder("t");
        for (int piece = random.nextInt(5); piece >= 0; piece--) {
            title.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return title.append('.').toString();
    }

    /// A graph as a reader finds it that knows the grammar alone.
    private record ReadDot(Map<String, Map<String, String>> nodes, int edges) {

        static ReadDot of(String dot) {
            List<String> tokens = new ArrayList<>();
            Matcher token = TOKEN.matcher(dot);
            int at = 0;
            while (token.find(at) && token.start() == at) {
                tokens.add(token.group(1));
                at = token.end();
            }
            assertEquals("", dot.substring(at).strip(), dot);
            assertEquals(List.of("digraph", "backstep", "{"), tokens.subList(0, 3), dot);
            assertEquals("}", tokens.getLast(), dot);
            Map<String, Map<String, String>> nodes = new HashMap<>();
            int edges = 0;
            int k = 3;
            while (k < tokens.size() - 1) {
                String first = tokens.get(k++);
                assertTrue(first.matches("n\\d+|rankdir"), first + " in " + dot);
                if (tokens.get(k).equals("=")) {
                    k += 2;
                } else if (tokens.get(k).equals("->")) {
                    assertTrue(tokens.get(k + 1).matches("n\\d+"), dot);
                    edges++;
                    k += 2;
                    k = attributes(tokens, k, new HashMap<>());
                } else {
                    Map<String, String> attributes = new HashMap<>();
                    k = attributes(tokens, k, attributes);
                    nodes.put(first, attributes);
                }
                assertEquals(";", tokens.get(k++), dot);
            }
            return new ReadDot(nodes, edges);
        }

        private static int attributes(List<String> tokens, int from, Map<String, String> to) {
            int k = from;
            if (!tokens.get(k).equals("[")) {
                return k;
            }
            k++;
            while (!tokens.get(k).equals("]")) {
                if (tokens.get(k).equals(",")) {
                    k++;
                }
                assertTrue(ATTRIBUTES.contains(tokens.get(k)), tokens.get(k));
                assertEquals("=", tokens.get(k + 1));
                to.put(tokens.get(k), tokens.get(k + 2));
                k += 3;
            }
            return k + 1;
        }
    }

    /// What stands between quotes: `\"` is a quote, any other backslash itself.
    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    }

    /// What Graphviz makes of a label: `\\` is a backslash; the first line alone.
    private static String said(String quoted) {
        String text = unquoted(quoted);
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c != '\\') {
                out.append(c);
            } else if (text.charAt(++k) == 'n') {
                break;
            } else {
                assertEquals('\\', text.charAt(k), quoted);
                out.append('\\');
            }
        }
        return out.toString();
    }

    /// A hundred programs of a hundred sections, each a folded card whose formula tells its title.
    @Test
    void a_title_is_no_more_than_a_label() {
        Random random = new Random(26);
        for (int run = 0; run < 100; run++) {
            StringBuilder text = new StringBuilder("x0 = 2\n");
            for (int k = 1; k <= 100; k++) {
                text.append("## ").append(title(random)).append('\n');
                text.append("h%d = x%d + 1\nx%d = tanh(h%d)\n".formatted(k, k - 1, k, k));
            }
            text.append("##\nL = x100^2\n");
            Model model =
                    assertInstanceOf(ReadResult.Ok.class, Language.read(text.toString())).model();
            Walkthrough w = walk(model);
            StringWriter dot = new StringWriter();
            new DotGraph(w, w.size() - 1, Numbers.DEFAULT).write(dot);
            ReadDot read = ReadDot.of(dot.toString());
            assertEquals(w.drawn().vertexSet().size(), read.nodes().size());
            assertEquals(w.drawn().edgeSet().size(), read.edges());
            for (int v : w.drawn().vertexSet()) {
                Map<String, String> card = read.nodes().get("n" + v);
                assertEquals(w.labels().plain(v), said(card.get("label")), dot.toString());
                assertEquals(
                        "$" + Formulas.of(w.drawn(), w.labels(), v) + "$",
                        unquoted(card.get("texlbl")),
                        dot.toString());
            }
            List<Group> sections =
                    model.groups().stream().filter(g -> g.kind() == Group.Kind.SECTION).toList();
            for (Group section : sections) {
                String tex = "$" + Names.text(section.title()) + ":";
                assertTrue(
                        read.nodes().values().stream()
                                .anyMatch(n -> unquoted(n.get("texlbl")).startsWith(tex)),
                        tex);
            }
            assertEquals(100, sections.size());
            if (run % 10 == 0) {
                assertReadByLibrary(dot.toString(), read);
            }
        }
    }

    private static void assertReadByLibrary(String dot, ReadDot expected) {
        var graph = new DirectedMultigraph<String, DefaultEdge>(null, DefaultEdge::new, false);
        DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
        importer.setVertexFactory(id -> id);
        importer.importGraph(graph, new StringReader(dot));
        assertEquals(expected.nodes().keySet(), graph.vertexSet());
        assertEquals(expected.edges(), graph.edgeSet().size());
    }

    private static Walkthrough walk(Model model) {
        Walkthrough whole =
                Walkthrough.of(model.graph(), model.output(), model.leaves(), Story.Grain.NODES);
        return OpenTensors.drawn(whole, model.groups(), Detail.of(Detail.Level.LAYERS));
    }
}

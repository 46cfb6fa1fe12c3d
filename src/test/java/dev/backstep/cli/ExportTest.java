package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.dot.DOTImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scilab.forge.jlatexmath.TeXFormula;

/// What `export` writes.
class ExportTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @ParameterizedTest
    @CsvSource({
        "export.dot, --to dot",
        "export-forward.dot, --to dot --step forward",
        "export.md, --to markdown",
        "export.tex, --to latex",
        "export-step.tex, --to latex --step 8",
        "export.py, --to pytorch",
        "export-tikz.tex, --to tikz",
        "export-tikz-step.tex, --to tikz --step 6"
    })
    void the_sample_is_exported_as_before(String golden, String options) throws Exception {
        Ran.command(("export " + SAMPLE + " " + options).split(" "))
                .assertGolden(golden, out -> out);
    }

    @Test
    void a_hyphen_for_the_file_prints_it_as_no_file_does() {
        Ran printed = Ran.command("export", SAMPLE, "--to", "dot");
        assertEquals(printed, Ran.command("export", SAMPLE, "--to", "dot", "-o", "-"));
    }

    @Test
    void a_network_is_exported_as_before() throws Exception {
        Ran.command("export", "samples/16-minibatch-sgd.bs", "--to", "pytorch")
                .assertGolden("export-network.py", out -> out);
    }

    @Test
    void a_program_that_pytorch_cannot_do_is_refused_and_no_file_is_written(@TempDir Path folder) {
        Path out = folder.resolve("p.py");
        String program = "set mistake = sign\nx = 1\nL = x^2\n";
        Ran ran = Ran.on(program, "export", "-", "--to", "pytorch", "-o", out.toString());
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("leave out set mistake = sign"), ran.err());
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void json_is_what_trace_prints() {
        Ran traced = Ran.command("trace", SAMPLE, "--json");
        assertEquals(traced, Ran.command("export", SAMPLE, "--to", "json"));
    }

    /// x is used by a and by b, which c uses with y; L = a + c: 6 cards and 6 operands, as x² is
    /// one and the literals have no cards.
    @Test
    void dot_reads_back_as_the_graph_with_its_numbers() {
        Graph<String, DefaultEdge> read = new DirectedMultigraph<>(null, DefaultEdge::new, false);
        Map<String, String> labels = new HashMap<>();
        DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer(
                (v, a) -> {
                    if (v.getSecond().equals("label")) {
                        labels.put(v.getFirst(), a.getValue());
                    }
                });
        importer.importGraph(
                read, new StringReader(Ran.command("export", SAMPLE, "--to", "dot").out()));
        assertEquals(6, read.vertexSet().size());
        assertEquals(6, read.edgeSet().size());
        assertTrue(labels.containsValue("x\\n1\\n10"), labels.toString());
        assertTrue(labels.containsValue("L\\n9\\n1"), labels.toString());
    }

    /// Whatever the formulas hold, they can be typeset.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "03-one-layer.bs",
                "13-mlp-3-layers.bs",
                "15-softmax-ce-5.bs",
                "16-minibatch-sgd.bs",
                "27-attention.bs",
                "30-lstm.bs"
            })
    void every_equation_of_a_sample_is_tex(String sample) {
        Ran ran = Ran.command("export", "samples/" + sample, "--to", "latex");
        assertEquals(0, ran.exit(), ran.err());
        List<String> equations = ran.out().lines().filter(l -> l.startsWith("\\[ ")).toList();
        assertFalse(equations.isEmpty());
        equations.forEach(e -> new TeXFormula(e.substring(3, e.length() - 3)));
        List<String> lines =
                ran.out().lines().filter(l -> l.contains("&") && !l.startsWith("\\[ ")).toList();
        lines.forEach(l -> new TeXFormula("\\begin{matrix}" + l + "\\end{matrix}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latex", "tikz"})
    void a_gradient_that_is_a_node_is_written_for_any_latex(String format) {
        Ran ran = Ran.command("export", "samples/33-newton.bs", "--to", format);
        assertTrue(ran.out().contains("\\text{$\\partial$f/$\\partial$x}"), ran.out());
        assertTrue(ran.out().chars().allMatch(c -> c < 127), ran.out());
    }

    @Test
    void titles_are_text_whatever_signs_they_hold() {
        String program = "x = 2\n## a_b & \\input{x} $5 *c* <i>\ny = x^2\nz = y + x\n##\nL = z^2\n";
        Ran latex = Ran.on(program, "export", "-", "--to", "latex", "--detail", "layers");
        assertEquals(0, latex.exit(), latex.err());
        assertFalse(latex.out().contains("\\input{x}"), latex.out());
        Ran markdown = Ran.on(program, "export", "-", "--to", "markdown", "--detail", "layers");
        assertFalse(markdown.out().contains("<i>"), markdown.out());
        assertTrue(markdown.out().contains("\\*c\\*"), markdown.out());
    }

    @Test
    void a_file_is_written_whole_and_never_over_the_program(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("walk.md");
        Ran ran = Ran.command("export", SAMPLE, "--to", "markdown", "-o", out.toString());
        assertEquals(0, ran.exit(), ran.err());
        assertEquals("", ran.out());
        assertEquals(
                Ran.command("export", SAMPLE, "--to", "markdown").out(), Files.readString(out));
        Path program = Files.writeString(folder.resolve("p.bs"), "x = 1\nL = x^2\n");
        Ran over =
                Ran.command("export", program.toString(), "--to", "dot", "-o", program.toString());
        assertEquals(2, over.exit());
        assertTrue(over.err().contains("this is the program itself"), over.err());
        assertEquals("x = 1\nL = x^2\n", Files.readString(program));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to word | --to word: the formats are latex, tikz, dot, markdown, json and pytorch",
                "--to dot --step 99 | --step 99: a step is first, last, forward or a number from 0 to 8",
                "--to json --step 1 | --step goes with --to latex, tikz, dot and markdown",
                "--to pytorch --step 1 | --step goes with --to latex, tikz, dot and markdown",
                "--to pytorch --after 1 | --after does not go with --to pytorch",
                "--to pytorch --edges | --edges, --detail, --fold and --open do not go with --to pytorch",
                "--to pytorch --detail layers | --edges, --detail, --fold and --open do not go with --to pytorch",
                "--to pytorch --fold L | --edges, --detail, --fold and --open do not go with --to pytorch",
                "--to dot -o no/such/file.dot | there is no folder"
            })
    void a_wrong_option_is_named_in_one_sentence(String options, String told) {
        Ran ran = Ran.command(("export " + SAMPLE + " " + options).split(" "));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(told), ran.err());
        assertEquals("", ran.out());
    }
}

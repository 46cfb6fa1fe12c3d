package dev.backstep.ui.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvReading;
import dev.backstep.lang.CsvLine;
import dev.backstep.lang.TrainingText;
import dev.backstep.session.Action;
import dev.backstep.session.LineEnd;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvChoicesTest {

    @TempDir Path folder;

    private static final CsvOptions NONE =
            new CsvOptions(List.of(), List.of(), List.of(), false, false);

    private CsvChoices guess(String table) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), table);
        return CsvFiles.look(file, NONE) instanceof CsvReading.Columns c
                ? CsvChoices.guess(c)
                : fail(table);
    }

    private String line(String table) throws IOException {
        CsvChoices guess = guess(table);
        return new CsvLine("t.csv", guess.options(), guess.scaled()).text();
    }

    @Test
    void the_label_is_the_column_that_is_called_so_or_the_last() throws IOException {
        assertEquals("data csv(\"t.csv\", label=Species)", line("Species,a\nx,1\ny,2\n"));
        assertEquals("data csv(\"t.csv\", label=b)", line("a,b\n1,0\n2,1\n"));
        assertEquals("data csv(\"t.csv\", label=3)", line("1,2,x\n3,4,y\n"));
    }

    /// What R, pandas and spreadsheets write.
    @Test
    void a_table_of_other_tools_is_understood_at_once() throws IOException {
        assertEquals(
                "data csv(\"t.csv\", label=kind)",
                line("\"\",\"a\",\"kind\"\n\"1\",2,\"x\"\n\"2\",3,\"y\"\n"));
        assertEquals("data csv(\"t.csv\", label=y)", line(",x,y\n0,0.5,1\n1,0.7,0\n"));
        assertEquals("data csv(\"t.csv\", label=klasse)", line("x;klasse;\n0,5;0;\n0,7;1;\n"));
    }

    @Test
    void numbers_that_name_classes_are_taken_for_classes() throws IOException {
        assertEquals("data csv(\"t.csv\", label=y)", line("x,y\n1,0\n2,1\n"));
        String classes = "data csv(\"t.csv\", label=y, classes=true)";
        assertEquals(classes, line("x,y\n1,0\n2,1\n3,2\n"));
        assertEquals(classes, line("x,y\n1,-1\n2,1\n3,1\n"));
        assertEquals("data csv(\"t.csv\", label=y)", line("x,y\n1,0.5\n2,1\n"));
    }

    @Test
    void what_cannot_be_learnt_from_is_left_out() throws IOException {
        String mixed = "id,x,note,none,y\n1,5,a,,0\n2,6,3,,1\n3,7,b,,1\n";
        assertEquals("data csv(\"t.csv\", label=y, features=x)", line(mixed));
        String gaps = "a,b,c,y\n1,2,?,0\n2,?,?,1\n3,5,1,1\n5,5,?,0\n";
        assertEquals("data csv(\"t.csv\", label=y, leave=c, missing=drop)", line(gaps));
        assertEquals("data csv(\"t.csv\", label=y, scale=standard)", line("x,y\n100,0\n-2,1\n"));
    }

    @Test
    void columns_without_a_name_of_their_own_are_asked_for_by_place() throws IOException {
        String odd = "a,a,\"3\",\"say \"\"x\"\"\",y\n1,2,3,4,0\n3,5,7,1,1\n";
        CsvChoices guess = guess(odd);
        CsvChoices all =
                new CsvChoices(
                        guess.table(),
                        List.of(
                                CsvChoices.Use.LEAVE,
                                CsvChoices.Use.FEATURE,
                                CsvChoices.Use.FEATURE,
                                CsvChoices.Use.LEAVE,
                                CsvChoices.Use.LABEL),
                        false,
                        false,
                        false);
        assertEquals(List.of("1", "4"), all.options().leave());
    }

    /// A counting first column without a name is left out by the reader; who wants it must list it.
    @Test
    void what_the_reader_leaves_out_is_listed_only_if_it_is_wanted() throws IOException {
        CsvChoices guess = guess(",x,y\n0,0.5,1\n1,0.7,0\n");
        assertEquals(List.of(), guess.left());
        CsvChoices wanted =
                new CsvChoices(
                        guess.table(),
                        List.of(
                                CsvChoices.Use.FEATURE,
                                CsvChoices.Use.FEATURE,
                                CsvChoices.Use.LABEL),
                        false,
                        false,
                        false);
        assertEquals(List.of("1", "x"), wanted.options().features());
    }

    /// Whatever is chosen of whatever table: the line is read as it was meant, so many features and
    /// outputs as were chosen.
    @Test
    void what_is_chosen_is_what_is_read() throws IOException {
        Random random = new Random(7);
        List<String> names =
                List.of("a", "b c", "x1", "2", "", "größe", "a,b", "\"q\"", "label", "#", "y'");
        for (int run = 0; run < 300; run++) {
            int n = 2 + random.nextInt(5);
            StringBuilder table = new StringBuilder();
            IntStream.range(0, n)
                    .forEach(
                            k ->
                                    table.append(k == 0 ? "n" : ",")
                                            .append('"')
                                            .append(
                                                    names.get(random.nextInt(names.size()))
                                                            .replace("\"", "\"\""))
                                            .append('"'));
            String text = table.toString().replaceFirst("^n", "");
            for (int row = 0; row < 5; row++) {
                text += "\n";
                for (int k = 0; k < n; k++) {
                    text += (k == 0 ? "" : ",") + (random.nextInt(100) - 0.5);
                }
            }
            String made = text + "\n";
            CsvChoices guess = guess(made);
            CsvTarget target = target(folder.resolve("t.csv"));
            CsvPreview preview = CsvPreview.of(target, guess);
            if (guess.table().hasHeader() && guess.refusal().isEmpty()) {
                String why = made + "\n" + preview;
                assertEquals(List.of(), preview.refusals(), why);
                int features = guess.columns(CsvChoices.Use.FEATURE).size();
                assertEquals(
                        Message.of("table.found")
                                .with("samples", guess.table().rows())
                                .with("features", features)
                                .with("test", 1),
                        preview.found().getFirst(),
                        why);
                assertEquals(List.of(), preview.warnings(), why);
            }
        }
    }

    private static CsvTarget target(Path file) {
        return CsvTarget.of(file, State.of(Optional.empty(), ""));
    }

    private static CsvTarget target(Path file, Path program) {
        Session session = new Session(State.of(Optional.empty(), ""));
        session.dispatch(new Action.Open(Optional.of(program), TrainingText.START, LineEnd.LF));
        return CsvTarget.of(file, session.state());
    }

    @Test
    void a_file_near_the_program_is_named_from_there() throws IOException {
        Path program = folder.resolve("work/nets/net.bs");
        Files.createDirectories(folder.resolve("work/nets/data"));
        Files.createDirectories(folder.resolve("work/data"));
        Path below = Files.writeString(folder.resolve("work/nets/data/a b.csv"), "a,b\n1,2\n");
        Path beside = Files.writeString(folder.resolve("work/data/t.csv"), "a,b\n1,2\n");
        Path outside = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        assertEquals("data/a b.csv", target(below, program).named());
        assertEquals("../data/t.csv", target(beside, program).named());
        assertEquals("../../t.csv", target(outside, program).named());
        Path far = folder.resolve("work/a/b/c/d/net.bs");
        Files.createDirectories(far.getParent());
        String whole = outside.toString().replace('\\', '/');
        assertEquals(whole, target(outside, far).named());
        assertEquals(whole, target(outside).named());
    }

    @Test
    void a_path_that_no_line_can_name_is_refused() throws IOException {
        Path quoted = folder.resolve("a\"b.csv");
        Files.writeString(quoted, "a,b\n1,2\n");
        CsvPreview refused = CsvPreview.of(target(quoted), guess("a,b\n1,2\n3,4\n"));
        assertEquals(List.of(Message.of("table.choose.name")), refused.refusals());
    }
}

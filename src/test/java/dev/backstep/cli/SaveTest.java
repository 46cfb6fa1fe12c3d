package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `train --save OUT.bs`.
class SaveTest {

    private static final String PROGRAM =
            """
            data xor(samples=40)  # the data
            const k = 2
            yhat = mlp(X, [3, 1], tanh, sigmoid)
            loss L = k * mean(bce(yhat, y))
            train adam(rate=0.1, batch=8, epochs=3)
            """;

    @TempDir private Path folder;

    private Path written(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(String out) throws Exception {
        String[] lines = out.strip().split("\n");
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    @Test
    void the_saved_program_has_the_parameters_that_training_prints() throws Exception {
        Path in = written("in.bs", PROGRAM);
        Path out = folder.resolve("out.bs");
        Ran ran = Ran.command("train", in.toString(), "--save", out.toString(), "--json");
        assertEquals(0, ran.exit(), ran.err());
        assertEquals("saved " + out + "\n", ran.err());
        JsonNode values = json(Ran.command("eval", out.toString(), "--json").out()).get("values");
        JsonNode parameters = json(ran.out()).get("parameters");
        assertEquals(4, parameters.size());
        parameters
                .properties()
                .forEach(
                        p -> {
                            JsonNode value = values.get(p.getKey());
                            String rows = value.isArray() ? value.toString() : "[[" + value + "]]";
                            assertEquals(p.getValue().toString(), rows);
                        });
        assertEquals(PROGRAM, Files.readString(in));
    }

    @Test
    void a_program_may_be_saved_over_itself_and_what_is_set_goes_with_it() throws Exception {
        Path in = written("in.bs", PROGRAM.replace("\n", "\r\n"));
        String[] train = {"train", in.toString(), "--save", in.toString(), "--set", "k=3"};
        assertEquals(0, Ran.command(train).exit());
        String text = Files.readString(in);
        assertTrue(text.contains("const k = 3\r\n"), text);
        assertTrue(text.contains("data xor(samples=40)  # the data\r\n"), text);
        assertFalse(text.replace("\r\n", "").contains("\n"), "every line ends as before");
        assertEquals(0, Ran.command(train).exit(), "and it trains again");
    }

    @Test
    void a_program_that_could_not_be_read_again_is_not_written() throws Exception {
        Path in =
                written(
                        "in.bs",
                        "param W = he(300, 300)\nloss L = mean(W * W)\n"
                                + "train sgd(rate=0.1, epochs=1)\n");
        Path out = folder.resolve("out.bs");
        Ran ran = Ran.command("train", in.toString(), "--save", out.toString());
        assertEquals(2, ran.exit());
        assertTrue(
                ran.err()
                        .matches(
                                "--save .*out.bs: the program would have 2,\\d{3},\\d{3} characters,"
                                        + " over the 1 MB that it may have;"
                                        + " train --json prints the parameters\n"),
                ran.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void a_place_where_nothing_can_be_written_is_refused_before_training() {
        for (String out : new String[] {"out.txt", "missing/out.bs", "."}) {
            Ran ran = Ran.on(PROGRAM, "train", "-", "--save", folder.resolve(out).toString());
            assertEquals(2, ran.exit());
            assertEquals("", ran.out());
            assertTrue(ran.err().startsWith("--save "), ran.err());
        }
    }

    @Test
    void a_training_that_breaks_off_saves_nothing() {
        Path out = folder.resolve("out.bs");
        Ran ran = Ran.command("train", "samples/26-exploding.bs", "--save", out.toString());
        assertEquals(1, ran.exit());
        assertTrue(
                ran.out().endsWith("--save " + out + ": not written, since the training stopped\n"),
                ran.out());
        assertFalse(Files.exists(out));
    }
}

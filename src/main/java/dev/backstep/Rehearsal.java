package dev.backstep;

import dev.backstep.cli.Backstep;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.ui.Sample;
import dev.backstep.ui.Window;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/// What a start usually needs, done once while the program is packaged: the JVM keeps the classes that were used then in
/// its AOT cache (JEP 483, JEP 514), and later starts are faster. Needs no display.
public final class Rehearsal {

    private static final Duration BEAT = Duration.millis(60);

    private Rehearsal() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        for (String command : new String[] {"eval", "eval --json", "trace", "trace --json", "check"}) {
            command(Sample.FIRST, command.split(" "));
        }
        Platform.startup(() -> window(Sample.FIRST));
    }

    private static void command(Sample sample, String... command) {
        String[] args = java.util.Arrays.copyOf(command, command.length + 1);
        args[command.length] = "-";
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        InputStream program = new java.io.ByteArrayInputStream(
                sample.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Backstep.run(args, program, nowhere, nowhere);
    }

    /// Opens the window, takes every step, and ends.
    private static void window(Sample sample) {
        Session session = new Session(State.of(Optional.empty(), sample.text()));
        new Window(new Stage(), session).open();
        Timeline steps = new Timeline(new KeyFrame(BEAT, _ -> session.dispatch(new Action.Forward())));
        steps.setCycleCount(session.state().steps() + 4);
        steps.setOnFinished(_ -> System.exit(0));
        steps.play();
    }
}

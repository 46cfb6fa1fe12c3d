package dev.backstep.bench;

import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.store.Log;
import dev.backstep.ui.LiveWindow;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Holding → down on 200 nodes in the whole window at 1440×900, software pipeline: one step and its
/// frame. A frame begins when the one before is on the screen, so the average is what a step costs.
/// Wanted: no frame over 33 ms.
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djavafx.animation.fullspeed=true",
            "-XX:+UseSerialGC"
        })
public class WindowFrameBench {

    private final Semaphore frames = new Semaphore(0);
    private Session session;

    @Setup
    public void open() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(
                () -> {
                    Stage stage = new Stage();
                    stage.setWidth(1440);
                    stage.setHeight(900);
                    session =
                            new Session(
                                    dev.backstep.session.State.of(
                                            Optional.empty(), Programs.scalars(196, 1)));
                    LiveWindow window =
                            new LiveWindow(
                                    stage,
                                    session,
                                    new Background(
                                            new Failures(new Log(Path.of("target/backstep.log")))));
                    window.open();
                    window.now().scene().addPostLayoutPulseListener(frames::release);
                    shown.countDown();
                });
        shown.await();
        TimeUnit.SECONDS.sleep(2);
    }

    @Benchmark
    public void step() throws InterruptedException {
        frames.drainPermits();
        Platform.runLater(
                () -> {
                    var now = session.state();
                    session.dispatch(
                            now.view().step() + 1 < now.steps()
                                    ? new Action.Forward()
                                    : new Action.ToStart());
                    Platform.requestNextPulse();
                });
        frames.acquire();
    }
}

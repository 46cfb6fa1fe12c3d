package dev.backstep.cli;

import dev.backstep.export.Figure;
import dev.backstep.export.Gif;
import dev.backstep.export.PageLook;
import dev.backstep.export.Png;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Diagram;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `backstep render FILE -o OUT`: the picture of one step, or of the training.
@Command(
        name = "render",
        description =
                "Draw one step or all, a view of the training, or a lesson: a picture, an animation or a page.",
        mixinStandardHelpOptions = true)
final class Render implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private final ShownArgument program = new ShownArgument();

    @Mixin private final DetailOption detail = new DetailOption();

    @Option(
            names = "-o",
            paramLabel = "OUT",
            required = true,
            description =
                    "The file to write; its name ends in .png, .svg or .pdf; in .gif: an animation of all"
                            + " steps; or in .html: a page that steps in a browser.")
    private String out = "";

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description =
                    "graph; step: what the inspector tells of it, formula, tables, sums; present: the step on"
                            + " a slide; jacobian: that of the nodes --of and --by; table: all numbers"
                            + " of the node --of; or of the training: network, boundary, loss, gradients. Default: graph.")
    private String view = "graph";

    @Option(
            names = "--step",
            paramLabel = "STEP",
            description =
                    "A number from 0, as trace prints them; first, last, or forward: the end of the forward pass;"
                            + " all: a picture each, OUT-001.png and so on. Default: last; of a page: first.")
    private String step = "last";

    @Option(names = "--edges", description = "Count steps by edges, as trace --edges does.")
    private boolean edges;

    @Mixin private final LessonOption lesson = new LessonOption();

    @Mixin private final NodesOption nodes = new NodesOption();

    @Mixin private final PictureOptions look = new PictureOptions();

    @Mixin private final NUpOption nUp = new NUpOption();

    private final Streams streams;
    private final FormulasAhead ahead;

    /// @param ahead what loads formulas meanwhile
    Render(Streams streams, FormulasAhead ahead) {
        this.streams = streams;
        this.ahead = ahead;
    }

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true");
        if (LessonHandout.isLesson(program.file())) {
            List<String> options = given().toList();
            warn(lesson.write(program.file(), out, look, options, streams, ahead));
            return 0;
        }
        lesson.refuseFor(program.file());
        nodes.check(view);
        if (nUp.isGiven()) {
            return sheets();
        }
        if (SteppedPage.isNamed(out)) {
            return page();
        }
        if (isFilm() && view.equals("graph")) {
            return film();
        }
        return switch (view) {
            case "graph" -> graph();
            case "step" -> step();
            case "present" -> present();
            case "jacobian" -> ofNodes(nodes::jacobian);
            case "table" -> ofNodes(nodes::table);
            default -> plot();
        };
    }

    private int graph() {
        PictureFile file = PictureFile.of("-o", out, program.file(), PictureFile.OF_ALL_STEPS);
        look.theme();
        look.check(true);
        Evaluated run = program.evaluate(streams, grain());
        ahead.await();
        Arranged drawn = arranged(run);
        Walkthrough w = drawn.w();
        int index = StepOption.index(step, w.story());
        Diagram diagram = drawn.at(index);
        Png.Picture picture = look.of(diagram, w);
        file.write(diagram, picture, this::say);
        warn(Png.warning(diagram, picture));
        return 0;
    }

    /// Explains a step, or all of them, a sheet each.
    private int step() {
        if (look.hasLegend()) {
            throw new CommandFailure("--legend goes with --view graph");
        }
        FigureFile file = FigureFile.of(out, program.file(), look, step.equals("all"));
        StepView drawn = StepView.of(program.evaluate(streams, grain()), detail, file);
        ahead.await();
        if (step.equals("all")) {
            FollowedExport.run(streams, file.file().said(), drawn::writeAll);
        } else {
            warn(drawn.write(StepOption.index(step, drawn.w().story())));
        }
        return 0;
    }

    /// Draws a step as it is presented, or all of them, a slide each.
    private int present() {
        if (look.hasLegend()) {
            throw new CommandFailure("--legend goes with --view graph");
        }
        FigureFile file = FigureFile.of(out, program.file(), look, step.equals("all"));
        Evaluated run = program.evaluate(streams, grain());
        ahead.await();
        SlideView slides = SlideView.of(run, detail, step, file);
        if (step.equals("all")) {
            FollowedExport.run(streams, file.file().said(), slides::writeAll);
        } else {
            warn(slides.write(step));
        }
        return 0;
    }

    /// @param figure laid out for a width
    private int ofNodes(Function<Evaluated, DoubleFunction<Figure>> figure) {
        ofNoStep();
        FigureFile file = FigureFile.of(out, program.file(), look, false);
        Evaluated run = program.evaluate(streams, Story.Grain.NODES);
        ahead.await();
        warn(file.write(figure.apply(run)));
        return 0;
    }

    private boolean isFilm() {
        return step.equals("all") || Gif.isNamed(out);
    }

    private Story.Grain grain() {
        return edges ? Story.Grain.EDGES : Story.Grain.NODES;
    }

    /// The options that are given, each by its longest name.
    private Stream<String> given() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName);
    }

    private boolean isGiven(String option) {
        return given().anyMatch(option::equals);
    }

    private int page() {
        if (look.isSized() || look.isTransparent() || !view.equals("graph")) {
            throw new CommandFailure(SteppedPage.SIZELESS);
        }
        look.theme();
        OutFile file = OutFile.of("-o", out, program.file());
        Evaluated run = program.evaluate(streams, grain());
        ahead.await();
        SteppedPage page = SteppedPage.of(run, detail);
        PageLook shown = look.page(program.file(), page.drawn().w());
        String first = isGiven("--step") ? step : "first";
        FollowedExport.run(streams, file.said(), course -> page.write(shown, first, course, file));
        return 0;
    }

    /// Draws all steps, several on a sheet of paper.
    private int sheets() {
        nUp.check(look, view.equals("graph") && (!isGiven("--step") || step.equals("all")));
        OutFile file = nUp.file(out, program.file());
        Evaluated run = program.evaluate(streams, grain());
        ahead.await();
        warn(nUp.write(run, detail, look, program.file(), file, streams));
        return 0;
    }

    /// Draws all steps: a picture each, or an animation.
    private int film() {
        FilmFile film = FilmFile.of(out, program.file());
        look.theme();
        look.check(true);
        if (isGiven("--step") && !step.equals("all")) {
            throw new CommandFailure("--step " + step + ": an animation has all steps");
        }
        if (look.isTransparent() && film.format().isEmpty()) {
            throw new CommandFailure("--transparent: an animation has its paper");
        }
        Evaluated run = program.evaluate(streams, grain());
        ahead.await();
        Arranged drawn = arranged(run);
        FollowedExport.run(
                streams,
                film.file().said(),
                course ->
                        film.write(
                                drawn,
                                steps -> {
                                    Diagram first = steps.at(0);
                                    Png.Picture picture = look.of(first, drawn.w());
                                    warn(Png.warning(first, picture));
                                    return picture;
                                },
                                course));
        return 0;
    }

    /// Steps are counted as `trace` does, by operations, where one is given by its number, and
    /// where all are drawn.
    private Arranged arranged(Evaluated run) {
        return detail.isGiven() || look.isScaled() || isFilm() || step.matches("\\d+")
                ? Arranged.at(Detail.Level.OPERATIONS, detail, run, look.room())
                : Arranged.legible(detail, run, look, step);
    }

    /// Draws a view of the training; 1 if it stopped at a number that is not finite.
    private int plot() {
        PictureFile file = PictureFile.of("-o", out, program.file(), List.of());
        look.theme();
        look.check(false);
        ofNoStep();
        ahead.await();
        TrainingView drawn = TrainingView.of(view, program, streams);
        Png.Picture picture = look.plain();
        file.write(drawn.plot(), picture);
        if (picture.mm().isPresent()) {
            warn(Png.warning(drawn.plot(), picture));
        }
        drawn.failure()
                .ifPresent(
                        f ->
                                streams.err()
                                        .print(
                                                "stopped: "
                                                        + Bundle.ENGLISH.say(f.sentence())
                                                        + "\n"));
        return drawn.failure().isPresent() ? 1 : 0;
    }

    private void ofNoStep() {
        if (edges || look.hasLegend() || isGiven("--step") || detail.isGiven()) {
            throw new CommandFailure(
                    "--step, --edges, --detail, --fold and --open go with --view graph and step, --legend with --view graph");
        }
    }

    private void warn(Optional<Message> why) {
        why.ifPresent(w -> streams.err().print("-o " + out + ": " + Bundle.ENGLISH.say(w) + "\n"));
    }

    private void say(Message notice) {
        streams.err().print(Bundle.ENGLISH.say(notice) + "\n");
    }
}

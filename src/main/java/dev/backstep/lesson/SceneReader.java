package dev.backstep.lesson;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.lang.Model;
import dev.backstep.lang.Spelling;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads how a stop's program is shown.
final class SceneReader {

    private static final List<String> KEYS =
            List.of("file", "step", "view", "detail", "fold", "open", "after");

    private static final Pattern AFTER = Pattern.compile("(\\d{1,7})(?::(\\d{1,7}))?");
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    /// The most names that a problem lists.
    private static final int MOST_LISTED = 20;

    private final LessonText reading;

    SceneReader(LessonText reading) {
        this.reading = reading;
    }

    /// @param program that is shown; nothing if it could not be read
    Scene read(SceneWords words, Optional<StopProgram> program) {
        words.words()
                .forEach(
                        (key, word) -> {
                            if (!KEYS.contains(key)) {
                                reading.wrong(
                                        word.at(),
                                        Message.of("lesson.scene.key")
                                                .with("key", LessonText.shown(key)),
                                        Message.of("lesson.hint.scene"));
                            }
                        });
        Optional<Model> model = program.map(StopProgram::model);
        Scene.StepChoice step =
                words.word("step").flatMap(this::step).orElse(new Scene.StepChoice.First());
        Optional<Detail> detail = detail(words, model, step instanceof Scene.StepChoice.At);
        Scene.Middle middle =
                words.word("view").flatMap(w -> middle(w, model)).orElse(Scene.Middle.EXPLORE);
        Optional<Scene.After> after = words.word("after").flatMap(w -> after(w, model));
        Scene scene = new Scene(step, middle, detail, after);
        if (step instanceof Scene.StepChoice.At(int index) && model.isPresent()) {
            within(words.word("step").orElseThrow(), index, scene, model.get());
        }
        return scene;
    }

    private Optional<Scene.StepChoice> step(SceneWords.Word word) {
        return switch (word.value()) {
            case "first" -> Optional.of(new Scene.StepChoice.First());
            case "forward" -> Optional.of(new Scene.StepChoice.Forward());
            case "last" -> Optional.of(new Scene.StepChoice.Last());
            case String n when INDEX.matcher(n).matches() ->
                    Optional.of(new Scene.StepChoice.At(Integer.parseInt(n)));
            default -> {
                wrong(word, "lesson.step", "lesson.hint.step");
                yield Optional.empty();
            }
        };
    }

    private Optional<Scene.Middle> middle(SceneWords.Word word, Optional<Model> model) {
        switch (word.value()) {
            case "explore" -> {
                return Optional.of(Scene.Middle.EXPLORE);
            }
            case "train" -> {
                needsTraining(word, model);
                return Optional.of(Scene.Middle.TRAIN);
            }
            default -> {
                wrong(word, "lesson.view", "lesson.hint.view");
                return Optional.empty();
            }
        }
    }

    private Optional<Scene.After> after(SceneWords.Word word, Optional<Model> model) {
        Matcher form = AFTER.matcher(word.value());
        if (!form.matches()) {
            wrong(word, "lesson.after", "lesson.hint.after");
            return Optional.empty();
        }
        needsTraining(word, model);
        int batches = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        return Optional.of(new Scene.After(Integer.parseInt(form.group(1)), batches));
    }

    private void needsTraining(SceneWords.Word word, Optional<Model> model) {
        if (model.isPresent() && model.get().setup().isEmpty()) {
            reading.wrong(
                    word.at(), Message.of("lesson.untrained"), Message.of("lesson.hint.train"));
        }
    }

    private Optional<Detail> detail(SceneWords words, Optional<Model> model, boolean countedSteps) {
        Optional<Detail.Level> level = words.word("detail").flatMap(this::level);
        boolean asked = words.word("fold").isPresent() || words.word("open").isPresent();
        if (level.isEmpty() && !asked && !countedSteps) {
            return Optional.empty();
        }
        Detail detail = Detail.of(level.orElse(Detail.Level.OPERATIONS));
        for (String name : names(words.word("fold"), model, List.of())) {
            detail = detail.fold(name);
        }
        return Optional.of(
                model.isEmpty() || words.word("open").isEmpty()
                        ? detail
                        : opened(detail, words, model.get()));
    }

    /// With groups and matrices opened, as `--open` does it.
    private Detail opened(Detail folded, SceneWords words, Model model) {
        Walkthrough w = walkthrough(model);
        Detail detail = folded;
        for (String name :
                names(words.word("open"), Optional.of(model), OpenTensors.names(w).keySet())) {
            detail = OpenTensors.open(w, model.groups(), detail, name).orElse(detail);
        }
        return detail;
    }

    private Optional<Detail.Level> level(SceneWords.Word word) {
        Optional<Detail.Level> level =
                Arrays.stream(Detail.Level.values())
                        .filter(l -> l.word().equals(word.value()))
                        .findFirst();
        if (level.isEmpty()) {
            wrong(word, "lesson.detail", "lesson.hint.detail");
        }
        return level;
    }

    /// @param more names that are known beside those of groups
    private List<String> names(
            Optional<SceneWords.Word> word, Optional<Model> model, Collection<String> more) {
        if (word.isEmpty() || model.isEmpty()) {
            return List.of();
        }
        Set<String> known = new LinkedHashSet<>();
        collect(model.get().groups(), known);
        known.addAll(more);
        String value = word.get().value();
        if (known.contains(value)) {
            return List.of(value);
        }
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .flatMap(name -> known(name, known, word.get()).stream())
                .toList();
    }

    private Optional<String> known(String name, Set<String> known, SceneWords.Word word) {
        Optional<String> found =
                List.of(name, Spelling.name(name)).stream().filter(known::contains).findFirst();
        if (found.isEmpty()) {
            String listed = known.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
            Message problem = Message.of("lesson.group").with("name", LessonText.shown(name));
            reading.wrong(
                    word.at(),
                    problem,
                    known.isEmpty()
                            ? Message.of("lesson.hint.no.groups")
                            : Message.of("lesson.hint.groups").with("names", listed));
        }
        return found;
    }

    private static void collect(List<Group> groups, Set<String> names) {
        for (Group group : groups) {
            names.add(group.name());
            collect(group.groups(), names);
        }
    }

    /// Tells if a story has no step of this number.
    private void within(SceneWords.Word word, int index, Scene scene, Model model) {
        int steps = steps(model, scene.detail().orElse(Detail.OPERATIONS));
        if (index >= steps) {
            reading.wrong(
                    word.at(),
                    Message.of("lesson.step.beyond").with("step", index).with("last", steps - 1L),
                    Message.of("lesson.hint.step"));
        }
    }

    private static int steps(Model model, Detail detail) {
        Walkthrough forward = walkthrough(model);
        Walkthrough w = model.setup().map(s -> forward.followedBy(s.optimiser())).orElse(forward);
        return OpenTensors.drawn(w, model.groups(), detail).size();
    }

    private static Walkthrough walkthrough(Model model) {
        return Walkthrough.of(
                model.graph(), model.output(), model.leaves(), Story.Grain.NODES, false);
    }

    private void wrong(SceneWords.Word word, String key, String hint) {
        reading.wrong(
                word.at(),
                Message.of(key).with("given", LessonText.shown(word.value())),
                Message.of(hint));
    }
}

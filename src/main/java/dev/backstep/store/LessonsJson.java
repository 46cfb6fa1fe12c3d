package dev.backstep.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backstep.lesson.Lesson;
import dev.backstep.session.LessonProgress;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How far one has come in lessons, as JSON. Reading trusts nothing.
final class LessonsJson {

    private static final int MAX_TITLE = 1_000;
    private static final int MAX_QUESTIONS = 1_000;
    private static final int MAX_FIELDS = 100;

    private LessonsJson() {}

    static void write(Map<String, LessonProgress> lessons, ObjectNode json) {
        lessons.forEach((id, progress) -> write(progress, json.putObject(id)));
    }

    private static void write(LessonProgress progress, ObjectNode json) {
        json.put("stop", progress.stop());
        ArrayNode titles = json.putArray("titles");
        progress.titles().forEach(titles::add);
        ArrayNode visited = json.putArray("visited");
        progress.visited().stream().sorted().forEach(visited::add);
        ObjectNode outcomes = json.putObject("outcomes");
        progress.outcomes()
                .forEach(
                        (stop, all) -> {
                            ObjectNode questions = outcomes.putObject(Integer.toString(stop));
                            all.forEach((n, what) -> questions.put("" + n, word(what)));
                        });
        ObjectNode answers = json.putObject("answers");
        progress.answers()
                .forEach(
                        (stop, all) -> {
                            ObjectNode questions = answers.putObject(Integer.toString(stop));
                            all.forEach(
                                    (n, given) -> given.forEach(questions.putArray("" + n)::add));
                        });
    }

    static Map<String, LessonProgress> read(JsonNode json) {
        Map<String, LessonProgress> lessons = new LinkedHashMap<>();
        json.properties().stream()
                .filter(l -> LessonSource.of(l.getKey()).isPresent())
                .limit(Workspace.MAX_LESSONS)
                .forEach(l -> lessons.put(l.getKey(), progress(l.getValue())));
        return lessons;
    }

    private static LessonProgress progress(JsonNode json) {
        List<String> titles = new ArrayList<>();
        for (JsonNode title : json.path("titles")) {
            String text = title.asText("");
            if (titles.size() < Lesson.MAX_STOPS) {
                titles.add(text.length() <= MAX_TITLE ? text : "");
            }
        }
        Set<Integer> visited = new HashSet<>();
        json.path("visited")
                .forEach(
                        stop -> {
                            if (isStop(stop.asInt(-1))) {
                                visited.add(stop.asInt());
                            }
                        });
        Map<Integer, Map<Integer, Outcome>> outcomes = new HashMap<>();
        json.path("outcomes").properties().stream()
                .limit(Lesson.MAX_STOPS)
                .filter(o -> isStop(number(o.getKey())))
                .forEach(o -> outcomes.put(number(o.getKey()), questions(o.getValue())));
        int stop = json.path("stop").asInt(0);
        return new LessonProgress(
                titles, isStop(stop) ? stop : 0, visited, outcomes, answers(json.path("answers")));
    }

    private static Map<Integer, Map<Integer, List<String>>> answers(JsonNode json) {
        Map<Integer, Map<Integer, List<String>>> answers = new HashMap<>();
        json.properties().stream()
                .limit(Lesson.MAX_STOPS)
                .filter(a -> isStop(number(a.getKey())))
                .forEach(
                        a -> {
                            Map<Integer, List<String>> all = new HashMap<>();
                            a.getValue().properties().stream()
                                    .limit(MAX_QUESTIONS)
                                    .filter(q -> number(q.getKey()) >= 0)
                                    .forEach(q -> all.put(number(q.getKey()), given(q.getValue())));
                            answers.put(number(a.getKey()), all);
                        });
        return answers;
    }

    private static List<String> given(JsonNode json) {
        List<String> given = new ArrayList<>();
        for (JsonNode field : json) {
            String text = field.asText("");
            if (given.size() < MAX_FIELDS) {
                given.add(text.length() <= MAX_TITLE ? text : "");
            }
        }
        return given;
    }

    private static Map<Integer, Outcome> questions(JsonNode json) {
        Map<Integer, Outcome> questions = new HashMap<>();
        json.properties().stream()
                .limit(MAX_QUESTIONS)
                .filter(q -> number(q.getKey()) >= 0)
                .forEach(
                        q -> {
                            for (Outcome outcome : Outcome.values()) {
                                if (word(outcome).equals(q.getValue().asText())) {
                                    questions.put(number(q.getKey()), outcome);
                                }
                            }
                        });
        return questions;
    }

    private static boolean isStop(int stop) {
        return stop >= 0 && stop < Lesson.MAX_STOPS;
    }

    /// The number of a key, or −1.
    private static int number(String key) {
        return key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}

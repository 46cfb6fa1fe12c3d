package dev.backstep.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is remembered beside the document: files used lately, folders, where the window stood.
///
/// @param recent the newest first, at most [#MAX_RECENT]
/// @param folders the folder last used for a purpose, as `open`, `save`, `export`
/// @param lessons how far one has come in the lessons opened lately, at most [#MAX_LESSONS], by the
///   id of their source
/// @param trained what training made of a program, to go on from there
public record Workspace(
        List<Path> recent,
        Map<String, Path> folders,
        Optional<Bounds> window,
        Optional<Trained> trained,
        Map<String, LessonProgress> lessons) {

    public static final int MAX_RECENT = 10;
    public static final int MAX_LESSONS = 30;
    public static final Workspace EMPTY =
            new Workspace(List.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of());

    public Workspace {
        recent = recent.stream().distinct().limit(MAX_RECENT).toList();
        folders = Map.copyOf(folders);
        Map<String, LessonProgress> newest = new LinkedHashMap<>(lessons);
        for (var oldest = newest.entrySet().iterator(); newest.size() > MAX_LESSONS; ) {
            oldest.next();
            oldest.remove();
        }
        lessons = Collections.unmodifiableMap(newest);
    }

    /// With a file as the newest of all.
    public Workspace withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.addFirst(file.toAbsolutePath().normalize());
        return new Workspace(files, folders, window, trained, lessons);
    }

    public Workspace withFolder(String purpose, Path folder) {
        Map<String, Path> changed = new HashMap<>(folders);
        changed.put(purpose, folder);
        return new Workspace(recent, changed, window, trained, lessons);
    }

    public Workspace withWindow(Bounds bounds) {
        return new Workspace(recent, folders, Optional.of(bounds), trained, lessons);
    }

    public Workspace withTrained(Optional<Trained> changed) {
        return new Workspace(recent, folders, window, changed, lessons);
    }

    /// With how far one has come in a lesson, the newest of all.
    public Workspace with(String lesson, LessonProgress progress) {
        Map<String, LessonProgress> changed = new LinkedHashMap<>(lessons);
        changed.remove(lesson);
        changed.put(lesson, progress);
        return new Workspace(recent, folders, window, trained, changed);
    }

    /// Without a file or folder of before; the window stays where it is.
    public Workspace withoutFiles() {
        return new Workspace(List.of(), Map.of(), window, trained, Map.of());
    }
}

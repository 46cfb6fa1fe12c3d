package dev.backstep.ui;

import dev.backstep.lang.Learning;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;

/// Says what was left out of a file of samples, once each time that it changes.
final class DataNotes {

    private final Notices notices;
    private List<Message> told = List.of();

    DataNotes(Notices notices) {
        this.notices = notices;
    }

    void show(State state) {
        List<Message> notes =
                state.good()
                        .flatMap(g -> g.model().learning())
                        .map(Learning::notes)
                        .orElse(List.of());
        if (!notes.equals(told)) {
            told = notes;
            if (!notes.isEmpty()) {
                notices.tell(notes.stream().map(Texts::of).collect(Collectors.joining("\n")));
            }
        }
    }
}

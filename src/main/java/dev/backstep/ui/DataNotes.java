package dev.backstep.ui;

import dev.backstep.lang.Learning;
import dev.backstep.session.State;
import java.util.List;

/// Says what was left out of a file of samples, once each time that it changes.
final class DataNotes {

    private final Notices notices;
    private List<String> told = List.of();

    DataNotes(Notices notices) {
        this.notices = notices;
    }

    void show(State state) {
        List<String> notes =
                state.good()
                        .flatMap(g -> g.model().learning())
                        .map(Learning::notes)
                        .orElse(List.of());
        if (!notes.equals(told)) {
            told = notes;
            if (!notes.isEmpty()) {
                notices.tell(String.join("\n", notes));
            }
        }
    }
}

/// Graph to picture: where every card, wire and pill goes, and what it says.
///
/// Read [dev.backstep.layout.Placement], then [dev.backstep.layout.Diagram]. A placement depends on
/// the graph alone and is slow to find; an arrangement is that placement with the cards that were
/// moved by hand, made at once, so that a card can be dragged; a diagram is an arrangement at a
/// step. So nothing jumps when values change. Telling ELK where pinned cards stand was rejected:
/// each move of the mouse would have needed a layout.
///
/// An organic placement ([dev.backstep.layout.Forces], then [dev.backstep.layout.OrganicWires]) has
/// no layers: its wires run from border to border, and those of a card that is moved are led anew.
///
/// What is drawn is bounded by the number of cards: see [dev.backstep.layout.LongWires]. No colours
/// here: a diagram names roles, and `paint` gives them their colour.
@NullMarked
package dev.backstep.layout;

import org.jspecify.annotations.NullMarked;

/// Graph to picture: where every card, wire and pill goes, and what it says.
///
/// Read [dev.backstep.layout.Placement], then [dev.backstep.layout.Diagram]. A placement depends on
/// the graph alone and is slow to find; an arrangement is that placement with the cards that were
/// moved by hand, made at once, so that a card can be dragged; a diagram is an arrangement at a
/// step. So nothing jumps when values change. Telling ELK where pinned cards stand was rejected:
/// each move of the mouse would have needed a layout.
///
/// A picture is laid out in one of several ways (a [dev.backstep.layout.Strategy]), whichever has
/// the largest type in a room; a [dev.backstep.layout.Sketch] says before which of them cannot win.
/// [dev.backstep.layout.Rows] divides a picture, and the inside of a frame, into rows with tags
/// from row to row; [dev.backstep.layout.WrappedRows] draws these wires whole. Many wires between
/// the same two cards are one: [dev.backstep.layout.Bundles]. Thousands of cards stand in
/// [dev.backstep.layout.CardBlocks], in linear time.
///
/// A [dev.backstep.layout.Nest] lays out the inside of each frame by itself, and what looks alike
/// is laid out once, so that a group that is opened does not cost the layout of all others. A
/// layout of all levels together was rejected for that, and since it does not wrap.
///
/// An organic placement ([dev.backstep.layout.Forces], then [dev.backstep.layout.OrganicWires]) has
/// no layers: its wires run from border to border, and those of a card that is moved are led anew.
///
/// What is drawn is bounded by the number of cards: see [dev.backstep.layout.LongWires]. No colours
/// here: a diagram names roles, and `paint` gives them their colour.
@NullMarked
package dev.backstep.layout;

import org.jspecify.annotations.NullMarked;

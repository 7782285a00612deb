/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.platform.bus.Headers;

/** Where a command stands. */
public enum CommandStatus {
    /** On its way; no outcome yet. */
    PENDING("Pending"),
    ANSWERED("Answered"),
    REFUSED("Refused"),
    TIMED_OUT("TimedOut"),
    OFFLINE("Offline");

    private final String text;

    CommandStatus(String text) {
        this.text = text;
    }

    /** The form in the database and in REST. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String text() {
        return text;
    }

    static CommandStatus ofText(String text) {
        for (CommandStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Not a command status: " + text);
    }

    static CommandStatus ofHeader(String outcome) {
        return switch (outcome) {
            case Headers.ANSWERED -> ANSWERED;
            case Headers.REFUSED -> REFUSED;
            case Headers.TIMED_OUT -> TIMED_OUT;
            case Headers.OFFLINE -> OFFLINE;
            default ->
                    throw new io.ohmnibus.platform.bus.MalformedRecord(
                            "unknown outcome " + outcome);
        };
    }
}

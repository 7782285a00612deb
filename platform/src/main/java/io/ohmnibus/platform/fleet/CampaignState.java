/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a campaign stands. */
enum CampaignState {
    /** Sends to its stations, wave by wave. */
    RUNNING("Running"),
    /** Somebody stopped it for a time. */
    PAUSED("Paused"),
    /** Too many stations failed; it goes on when somebody resumes it. */
    HALTED("Halted"),
    /** Each station has its outcome. */
    COMPLETED("Completed"),
    /** Somebody ended it; stations that had got their command still get their outcome. */
    CANCELLED("Cancelled");

    /** Those in which a campaign can be cancelled. */
    static final List<CampaignState> GOING_ON = List.of(RUNNING, PAUSED, HALTED);

    private final String text;

    CampaignState(String text) {
        this.text = text;
    }

    /** The form in the database and in REST. */
    @JsonValue
    String text() {
        return text;
    }

    static Optional<CampaignState> find(String text) {
        return Arrays.stream(values()).filter(state -> state.text.equals(text)).findAny();
    }

    static CampaignState of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}

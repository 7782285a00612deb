/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.micrometer.core.instrument.MeterRegistry;

/** What an operator counts. */
record CampaignMetrics(MeterRegistry registry) {

    /** The outcome of a station: {@code ohmnibus.campaign.stations}. */
    void ended(StationState state) {
        registry.counter("ohmnibus.campaign.stations", "outcome", state.text()).increment();
    }
}

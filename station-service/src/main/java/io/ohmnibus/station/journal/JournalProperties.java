/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The frame journal.
 *
 * @param keep how long frames are kept, in whole days
 */
@Validated
@ConfigurationProperties("ohmnibus.station.journal")
record JournalProperties(@NotNull @DefaultValue("P7D") Duration keep) {}

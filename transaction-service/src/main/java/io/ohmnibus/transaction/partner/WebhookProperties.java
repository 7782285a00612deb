/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are brought to partners.
 *
 * @param timeout how long a receiver may take to answer
 * @param retries how long after each failed attempt the next one follows; after the last one a
 *     delivery has failed
 * @param disableAfter a webhook that has failed for so long without a success is switched off
 * @param secretOverlap for how long messages are signed with the secret before, too, after it was
 *     replaced
 * @param keep for how long deliveries can be looked at and sent again
 */
@Validated
@ConfigurationProperties("ohmnibus.webhook")
public record WebhookProperties(
        @NotNull @DefaultValue("15s") Duration timeout,
        @NotEmpty
                @DefaultValue({
                    "5s", "30s", "2m", "10m", "30m", "1h", "3h", "8h", "12h", "1d", "1d", "1d"
                })
                List<Duration> retries,
        @NotNull @DefaultValue("5d") Duration disableAfter,
        @NotNull @DefaultValue("1d") Duration secretOverlap,
        @NotNull @DefaultValue("30d") Duration keep) {

    public WebhookProperties {
        retries = List.copyOf(retries);
    }
}

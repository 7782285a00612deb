/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which gateway instance this is: its partition of {@code ocpp.replies} and {@code gateway.inbox}.
 */
public record GatewayInstance(int ordinal) {

    private static final Pattern STATEFUL_SET_POD = Pattern.compile(".*-(\\d{1,4})");

    /** The configured ordinal, else the number at the end of the host name, else 0. */
    public static GatewayInstance of(@Nullable Integer configured, @Nullable String hostName) {
        if (configured != null) {
            return new GatewayInstance(configured);
        }
        Matcher pod = STATEFUL_SET_POD.matcher(hostName == null ? "" : hostName);
        return new GatewayInstance(pod.matches() ? Integer.parseInt(pod.group(1)) : 0);
    }
}

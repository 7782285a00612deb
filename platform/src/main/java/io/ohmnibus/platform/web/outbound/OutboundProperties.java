/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where HTTP requests may go whose addresses users enter, such as webhooks.
 *
 * @param allowedNetworks networks that are allowed although they are private or local, such as
 *     {@code 10.20.0.0/16}; addresses of the internet always are
 * @param plainHttp whether {@code http} is allowed beside {@code https}
 */
@ConfigurationProperties("ohmnibus.outbound")
public record OutboundProperties(
        @DefaultValue List<String> allowedNetworks, @DefaultValue("false") boolean plainHttp) {

    public OutboundProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}

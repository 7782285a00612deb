/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** How the text of a message is written. */
public enum MessageFormatEnum implements WireEnum {
    ASCII("ASCII"),
    HTML("HTML"),
    URI("URI"),
    UTF8("UTF8"),
    @Since(OcppVersion.V2_1)
    QRCODE("QRCODE");

    private final String wireName;

    MessageFormatEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}

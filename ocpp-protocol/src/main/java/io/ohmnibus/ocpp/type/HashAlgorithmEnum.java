/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** How the hashes that name a certificate were made. */
public enum HashAlgorithmEnum implements WireEnum {
    SHA256("SHA256"),
    SHA384("SHA384"),
    SHA512("SHA512");

    private final String wireName;

    HashAlgorithmEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}

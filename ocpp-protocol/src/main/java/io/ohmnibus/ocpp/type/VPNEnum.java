/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The protocol of a virtual private network. */
public enum VPNEnum implements WireEnum {
    IKEV2("IKEv2"),
    IPSEC("IPSec"),
    L2TP("L2TP"),
    PPTP("PPTP");

    private final String wireName;

    VPNEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}

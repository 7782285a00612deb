/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/** The functional blocks of Part 2; every action and every use case belongs to one. */
public enum Block {
    A("Security"),
    B("Provisioning"),
    C("Authorization"),
    D("Local Authorization List Management"),
    E("Transactions"),
    F("Remote Control"),
    G("Availability"),
    H("Reservation"),
    I("Tariff and Cost"),
    J("Meter Values"),
    K("Smart Charging"),
    L("Firmware Management"),
    M("Certificate Management"),
    N("Diagnostics"),
    O("Display Message"),
    P("Data Transfer"),
    Q("Bidirectional Power Transfer"),
    R("DER Control"),
    S("Battery Swapping");

    private final String title;

    Block(String title) {
        this.title = title;
    }

    /** The name of the block in the specification. */
    public String title() {
        return title;
    }
}

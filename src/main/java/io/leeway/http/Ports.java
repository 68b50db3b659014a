package io.leeway.http;

import io.leeway.ingest.Intake;
import io.leeway.ingest.IntakeMeter;
import io.leeway.monitor.Reports;
import java.time.InstantSource;

/**
 * What the HTTP interface stands on.
 *
 * @param meter told what senders are told
 * @param clock by which rows arrive and tokens end
 * @param doors how it is known who is there
 */
public record Ports(
        Intake intake,
        IntakeMeter meter,
        Reports reports,
        OnCall onCall,
        Self self,
        Upkeep upkeep,
        InstantSource clock,
        Bounds bounds,
        Doors doors) {}

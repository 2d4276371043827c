<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AcceptancePage</name>
    <message>
        <source>Acceptance</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>Stage H: the whole chain, from the services to the port outside. A failure pauses the deletion of Docker on every VM.</source>
        <translation>Stage H: the whole chain, from the services to the port outside. A failure pauses the deletion of Docker on every VM.</translation>
    </message>
    <message>
        <source>Acceptance checks</source>
        <translation>Acceptance checks</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Run again</translation>
    </message>
    <message>
        <source>R&amp;oll back</source>
        <translation>R&amp;oll back</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Evidence bundle</source>
        <translation>Evidence bundle</translation>
    </message>
    <message>
        <source>&amp;Allowed signers:</source>
        <translation>&amp;Allowed signers:</translation>
    </message>
    <message>
        <source>Choose the file of allowed signers…</source>
        <translation>Choose the file of allowed signers…</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Check a&amp;gain</translation>
    </message>
    <message>
        <source>&amp;Signatures:</source>
        <translation>&amp;Signatures:</translation>
    </message>
    <message>
        <source>Sign with the &amp;key:</source>
        <translation>Sign with the &amp;key:</translation>
    </message>
    <message>
        <source>Your SSH key, or its .pub where the agent has it</source>
        <translation>Your SSH key, or its .pub where the agent has it</translation>
    </message>
    <message>
        <source>Choose the key that signs…</source>
        <translation>Choose the key that signs…</translation>
    </message>
    <message>
        <source>S&amp;ign</source>
        <translation>S&amp;ign</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
</context>
<context>
    <name>DeletionDialog</name>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>&amp;Type the VM number to confirm:</source>
        <translation>&amp;Type the VM number to confirm:</translation>
    </message>
</context>
<context>
    <name>DeletionPage</name>
    <message>
        <source>User&apos;s acceptance and deletion</source>
        <translation>User&apos;s acceptance and deletion</translation>
    </message>
    <message>
        <source>Stage I. Docker is deleted only when every condition holds at that moment; waiting costs nothing and survives a restart.</source>
        <translation>Stage I. Docker is deleted only when every condition holds at that moment; waiting costs nothing and survives a restart.</translation>
    </message>
    <message>
        <source>What the user should try</source>
        <translation>What the user should try</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Address:</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copy the address</translation>
    </message>
    <message>
        <source>&amp;Tunnel:</source>
        <translation>&amp;Tunnel:</translation>
    </message>
    <message>
        <source>Copy the tunnel command</source>
        <translation>Copy the tunnel command</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>&amp;Message:</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>The user&apos;s acceptance</source>
        <translation>The user&apos;s acceptance</translation>
    </message>
    <message>
        <source>&amp;Who accepted:</source>
        <translation>&amp;Who accepted:</translation>
    </message>
    <message>
        <source>W&amp;hen:</source>
        <translation>W&amp;hen:</translation>
    </message>
    <message>
        <source>What was t&amp;ried:</source>
        <translation>What was t&amp;ried:</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>N&amp;ote:</translation>
    </message>
    <message>
        <source>Re&amp;cord the acceptance</source>
        <translation>Re&amp;cord the acceptance</translation>
    </message>
    <message>
        <source>Conditions of the deletion</source>
        <translation>Conditions of the deletion</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Also remove the two &amp;images…</source>
        <translation>Also remove the two &amp;images…</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>&amp;Output</translation>
    </message>
    <message>
        <source>Evi&amp;dence</source>
        <translation>Evi&amp;dence</translation>
    </message>
    <message>
        <source>Script that ran</source>
        <translation>Script that ran</translation>
    </message>
    <message>
        <source>Facts and values</source>
        <translation>Facts and values</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>&amp;Checks</translation>
    </message>
    <message>
        <source>&amp;Run the acceptance again</source>
        <translation>&amp;Run the acceptance again</translation>
    </message>
    <message>
        <source>Acceptance checks</source>
        <translation>Acceptance checks</translation>
    </message>
    <message>
        <source>Ways &amp;back</source>
        <translation>Ways &amp;back</translation>
    </message>
    <message>
        <source>What can be taken back from where this VM stands now, and what it costs.</source>
        <translation>What can be taken back from where this VM stands now, and what it costs.</translation>
    </message>
    <message>
        <source>Ways back</source>
        <translation>Ways back</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;File:</translation>
    </message>
    <message>
        <source>Reaso&amp;n:</source>
        <translation>Reaso&amp;n:</translation>
    </message>
    <message>
        <source>Why; it stands in the record</source>
        <translation>Why; it stands in the record</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>T&amp;imeline</translation>
    </message>
    <message>
        <source>Timeline of the run</source>
        <translation>Timeline of the run</translation>
    </message>
    <message>
        <source>Ctrl and the wheel make it larger or smaller, Ctrl+0 fits it.</source>
        <translation>Ctrl and the wheel make it larger or smaller, Ctrl+0 fits it.</translation>
    </message>
</context>
<context>
    <name>DiscoverDialog</name>
    <message>
        <source>Discover VMs</source>
        <translation>Discover VMs</translation>
    </message>
    <message>
        <source>&amp;Node:</source>
        <translation>&amp;Node:</translation>
    </message>
    <message>
        <source>&amp;Ask the node</source>
        <translation>&amp;Ask the node</translation>
    </message>
    <message>
        <source>Filter the found VMs</source>
        <translation>Filter the found VMs</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>VMs on the node</source>
        <translation>VMs on the node</translation>
    </message>
    <message>
        <source>&amp;Choose all without objection</source>
        <translation>&amp;Choose all without objection</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nothing was sent.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nothing was done.</translation>
    </message>
    <message>
        <source>The other side was not asked; nothing changed.</source>
        <translation>The other side was not asked; nothing changed.</translation>
    </message>
    <message>
        <source>Whether it happened is not known yet. What runs in the VM goes on by itself; asking again is safe.</source>
        <translation>Whether it happened is not known yet. What runs in the VM goes on by itself; asking again is safe.</translation>
    </message>
    <message>
        <source>The step did not succeed; the way back is open.</source>
        <translation>The step did not succeed; the way back is open.</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>&amp;Language of the texts:</source>
        <translation>&amp;Language of the texts:</translation>
    </message>
    <message>
        <source>For the VM&apos;s &amp;user:</source>
        <translation>For the VM&apos;s &amp;user:</translation>
    </message>
    <message>
        <source>&amp;Copy for the user</source>
        <translation>&amp;Copy for the user</translation>
    </message>
    <message>
        <source>For the next &amp;operator:</source>
        <translation>For the next &amp;operator:</translation>
    </message>
    <message>
        <source>Copy for the o&amp;perator</source>
        <translation>Copy for the o&amp;perator</translation>
    </message>
</context>
<context>
    <name>HostKeyDialog</name>
    <message>
        <source>New host key</source>
        <translation>New host key</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>&amp;Fingerprint (SHA-256):</source>
        <translation>&amp;Fingerprint (SHA-256):</translation>
    </message>
    <message>
        <source>I have &amp;compared it with what the node itself shows</source>
        <translation>I have &amp;compared it with what the node itself shows</translation>
    </message>
</context>
<context>
    <name>HousekeepingDialog</name>
    <message>
        <source>&amp;What migrations left behind:</source>
        <translation>&amp;What migrations left behind:</translation>
    </message>
    <message>
        <source>the VM is being asked</source>
        <translation>the VM is being asked</translation>
    </message>
    <message>
        <source>&amp;Ask the VM</source>
        <translation>&amp;Ask the VM</translation>
    </message>
    <message>
        <source>what migrations left behind in the VM</source>
        <translation>what migrations left behind in the VM</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Remove…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import VMs</source>
        <translation>Import VMs</translation>
    </message>
    <message>
        <source>One VM a line: VMID, IP, panel release, node, name. A first line of names may say which column is which; the ledger&apos;s headings are understood.</source>
        <translation>One VM a line: VMID, IP, panel release, node, name. A first line of names may say which column is which; the ledger&apos;s headings are understood.</translation>
    </message>
    <message>
        <source>&amp;Lines:</source>
        <translation>&amp;Lines:</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>Open a &amp;file…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>What the lines mean</translation>
    </message>
    <message>
        <source>&amp;Node where a line names none:</source>
        <translation>&amp;Node where a line names none:</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>OpenClaw Undock</source>
        <translation>OpenClaw Undock</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Filter the queue</translation>
    </message>
    <message>
        <source>Filter: VMID, name, node, port, state (Ctrl+L)</source>
        <translation>Filter: VMID, name, node, port, state (Ctrl+L)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
</context>
<context>
    <name>MigratePage</name>
    <message>
        <source>Migrate</source>
        <translation>Migrate</translation>
    </message>
    <message>
        <source>Stages B to G. What runs in the VM goes on by itself, also when this window or the connection is lost.</source>
        <translation>Stages B to G. What runs in the VM goes on by itself, also when this window or the connection is lost.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Outage</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Outage so far</source>
        <translation>Outage so far</translation>
    </message>
    <message>
        <source>&amp;Start the migration</source>
        <translation>&amp;Start the migration</translation>
    </message>
    <message>
        <source>&amp;Pause after this step</source>
        <translation>&amp;Pause after this step</translation>
    </message>
    <message>
        <source>Stop and r&amp;oll back</source>
        <translation>Stop and r&amp;oll back</translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <source>Node and VM</source>
        <translation>Node and VM</translation>
    </message>
    <message>
        <source>Name, address and ports are looked up on the node and in the ledger and compared; nothing is guessed.</source>
        <translation>Name, address and ports are looked up on the node and in the ledger and compared; nothing is guessed.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>&amp;Jump host:</source>
        <translation>&amp;Jump host:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>&amp;Key file:</translation>
    </message>
    <message>
        <source>agent and the usual files</source>
        <translation>agent and the usual files</translation>
    </message>
    <message>
        <source>Choose a key file…</source>
        <translation>Choose a key file…</translation>
    </message>
    <message>
        <source>Secrets:</source>
        <translation>Secrets:</translation>
    </message>
    <message>
        <source>Keep until &amp;quit only</source>
        <translation>Keep until &amp;quit only</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Test connection</translation>
    </message>
    <message>
        <source>What the node and the ledger say</source>
        <translation>What the node and the ledger say</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Address:</translation>
    </message>
    <message>
        <source>Ports:</source>
        <translation>Ports:</translation>
    </message>
    <message>
        <source>Ledger:</source>
        <translation>Ledger:</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>V&amp;MID:</source>
        <translation>V&amp;MID:</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>&amp;Look up</translation>
    </message>
    <message>
        <source>&amp;IP address:</source>
        <translation>&amp;IP address:</translation>
    </message>
    <message>
        <source>as the node says</source>
        <translation>as the node says</translation>
    </message>
    <message>
        <source>&amp;Operator:</source>
        <translation>&amp;Operator:</translation>
    </message>
    <message>
        <source>Versions and order</source>
        <translation>Versions and order</translation>
    </message>
    <message>
        <source>Panel &amp;release:</source>
        <translation>Panel &amp;release:</translation>
    </message>
    <message>
        <source>List the releases of the repository</source>
        <translation>List the releases of the repository</translation>
    </message>
    <message>
        <source>Panel re&amp;pository:</source>
        <translation>Panel re&amp;pository:</translation>
    </message>
    <message>
        <source>Open&amp;Claw version:</source>
        <translation>Open&amp;Claw version:</translation>
    </message>
    <message>
        <source>&amp;Gateway mode if unset:</source>
        <translation>&amp;Gateway mode if unset:</translation>
    </message>
    <message>
        <source>Order:</source>
        <translation>Order:</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>Other sources</translation>
    </message>
    <message>
        <source>Panel so&amp;urce:</source>
        <translation>Panel so&amp;urce:</translation>
    </message>
    <message>
        <source>the client&apos;s own default</source>
        <translation>the client&apos;s own default</translation>
    </message>
    <message>
        <source>No&amp;de (SSH):</source>
        <translation>No&amp;de (SSH):</translation>
    </message>
    <message>
        <source>Keep in the ke&amp;ychain</source>
        <translation>Keep in the ke&amp;ychain</translation>
    </message>
    <message>
        <source>As t&amp;he procedure prints it</source>
        <translation>As t&amp;he procedure prints it</translation>
    </message>
    <message>
        <source>In&amp;staller:</source>
        <translation>In&amp;staller:</translation>
    </message>
    <message>
        <source>P&amp;ackage mirror:</source>
        <translation>P&amp;ackage mirror:</translation>
    </message>
    <message>
        <source>Prepare &amp;early, for a shorter outage</source>
        <translation>Prepare &amp;early, for a shorter outage</translation>
    </message>
    <message>
        <source>What can be installed before the stop is installed before it.</source>
        <translation>What can be installed before the stop is installed before it.</translation>
    </message>
</context>
<context>
    <name>OccupancyDialog</name>
    <message>
        <source>Who works on the node</source>
        <translation>Who works on the node</translation>
    </message>
    <message>
        <source>&amp;Node:</source>
        <translation>&amp;Node:</translation>
    </message>
    <message>
        <source>&amp;Ask the node</source>
        <translation>&amp;Ask the node</translation>
    </message>
    <message>
        <source>the node is being asked</source>
        <translation>the node is being asked</translation>
    </message>
    <message>
        <source>Who &amp;works on what:</source>
        <translation>Who &amp;works on what:</translation>
    </message>
    <message>
        <source>VMs that somebody works on</source>
        <translation>VMs that somebody works on</translation>
    </message>
    <message>
        <source>What keeps &amp;Docker from being deleted:</source>
        <translation>What keeps &amp;Docker from being deleted:</translation>
    </message>
    <message>
        <source>holds in force</source>
        <translation>holds in force</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Reason:</translation>
    </message>
    <message>
        <source>&amp;Take over the run</source>
        <translation>&amp;Take over the run</translation>
    </message>
    <message>
        <source>Re&amp;lease the hold</source>
        <translation>Re&amp;lease the hold</translation>
    </message>
</context>
<context>
    <name>OutputPane</name>
    <message>
        <source>Search the output</source>
        <translation>Search the output</translation>
    </message>
    <message>
        <source>Search the output (Ctrl+F)</source>
        <translation>Search the output (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous occurrence (Shift+F3)</source>
        <translation>Previous occurrence (Shift+F3)</translation>
    </message>
    <message>
        <source>Next occurrence (F3)</source>
        <translation>Next occurrence (F3)</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Wrap long lines</translation>
    </message>
    <message>
        <source>To the newest line (End)</source>
        <translation>To the newest line (End)</translation>
    </message>
    <message>
        <source>Copy the selection, or everything</source>
        <translation>Copy the selection, or everything</translation>
    </message>
    <message>
        <source>Save the output to a file…</source>
        <translation>Save the output to a file…</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>%1line %2, column %3</source>
        <translation>%1line %2, column %3</translation>
    </message>
    <message>
        <source>ledger, line %1</source>
        <translation>ledger, line %1</translation>
    </message>
    <message>
        <source>%1line %2</source>
        <translation>%1line %2</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Everything that will run, before anything is changed: each script with its values beside it, and both configurations.</source>
        <translation>Everything that will run, before anything is changed: each script with its values beside it, and both configurations.</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Steps</translation>
    </message>
    <message>
        <source>Planned steps</source>
        <translation>Planned steps</translation>
    </message>
    <message>
        <source>Script of the step</source>
        <translation>Script of the step</translation>
    </message>
    <message>
        <source>Values of the step</source>
        <translation>Values of the step</translation>
    </message>
    <message>
        <source>&amp;openclaw.json</source>
        <translation>&amp;openclaw.json</translation>
    </message>
    <message>
        <source>Changes in openclaw.json</source>
        <translation>Changes in openclaw.json</translation>
    </message>
    <message>
        <source>&amp;panel.config.json</source>
        <translation>&amp;panel.config.json</translation>
    </message>
    <message>
        <source>Changes in panel.config.json</source>
        <translation>Changes in panel.config.json</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Runs under way</source>
        <translation>Runs under way</translation>
    </message>
</context>
<context>
    <name>ReadDialog</name>
    <message>
        <source>Read first</source>
        <translation>Read first</translation>
    </message>
    <message>
        <source>Documents to read</source>
        <translation>Documents to read</translation>
    </message>
    <message>
        <source>The chosen document</source>
        <translation>The chosen document</translation>
    </message>
    <message>
        <source>I have &amp;read these documents in this version</source>
        <translation>I have &amp;read these documents in this version</translation>
    </message>
</context>
<context>
    <name>ReadPage</name>
    <message>
        <source>Read first</source>
        <translation>Read first</translation>
    </message>
    <message>
        <source>The procedure and the earlier records of this VM. Asked once for each version of the files, and journaled.</source>
        <translation>The procedure and the earlier records of this VM. Asked once for each version of the files, and journaled.</translation>
    </message>
    <message>
        <source>&amp;VM number (VMID):</source>
        <translation>&amp;VM number (VMID):</translation>
    </message>
    <message>
        <source>102</source>
        <translation>102</translation>
    </message>
    <message>
        <source>Choose the &amp;procedure file…</source>
        <translation>Choose the &amp;procedure file…</translation>
    </message>
    <message>
        <source>Choose the &amp;baseline file…</source>
        <translation>Choose the &amp;baseline file…</translation>
    </message>
    <message>
        <source>Documents to read</source>
        <translation>Documents to read</translation>
    </message>
    <message>
        <source>The chosen document</source>
        <translation>The chosen document</translation>
    </message>
    <message>
        <source>I have &amp;read these documents in this version</source>
        <translation>I have &amp;read these documents in this version</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Computed from the journal; what you add here is kept when it is made again.</source>
        <translation>Computed from the journal; what you add here is kept when it is made again.</translation>
    </message>
    <message>
        <source>Preview of the record</source>
        <translation>Preview of the record</translation>
    </message>
    <message>
        <source>&amp;Special problems of this VM:</source>
        <translation>&amp;Special problems of this VM:</translation>
    </message>
    <message>
        <source>Symptom → cause → handling → prevention</source>
        <translation>Symptom → cause → handling → prevention</translation>
    </message>
    <message>
        <source>&amp;Prevention:</source>
        <translation>&amp;Prevention:</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the record</source>
        <translation>Sa&amp;ve the record</translation>
    </message>
</context>
<context>
    <name>RecordsWindow</name>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation>Search all records</translation>
    </message>
    <message>
        <source>Search in all records (Ctrl+F)</source>
        <translation>Search in all records (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Write the record</source>
        <translation>&amp;Write the record</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Preview of the record</source>
        <translation>Preview of the record</translation>
    </message>
    <message>
        <source>Hand &amp;over…</source>
        <translation>Hand &amp;over…</translation>
    </message>
    <message>
        <source>&amp;Bundle…</source>
        <translation>&amp;Bundle…</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Stage A reads and changes nothing. A finding that blocks stops the migration here.</source>
        <translation>Stage A reads and changes nothing. A finding that blocks stops the migration here.</translation>
    </message>
    <message>
        <source>Scan &amp;again</source>
        <translation>Scan &amp;again</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>What to do about it</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>A secret is needed</source>
        <translation>A secret is needed</translation>
    </message>
    <message>
        <source>&amp;Secret:</source>
        <translation>&amp;Secret:</translation>
    </message>
    <message>
        <source>Keep in the &amp;keychain</source>
        <translation>Keep in the &amp;keychain</translation>
    </message>
    <message>
        <source>Keep until &amp;quit only</source>
        <translation>Keep until &amp;quit only</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>&amp;Nodes</source>
        <translation>&amp;Nodes</translation>
    </message>
    <message>
        <source>Nodes the program has connected to. Secrets are in the system&apos;s keychain or in memory, never in a file.</source>
        <translation>Nodes the program has connected to. Secrets are in the system&apos;s keychain or in memory, never in a file.</translation>
    </message>
    <message>
        <source>Saved nodes</source>
        <translation>Saved nodes</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;Forget its secrets</source>
        <translation>&amp;Forget its secrets</translation>
    </message>
    <message>
        <source>&amp;Known hosts:</source>
        <translation>&amp;Known hosts:</translation>
    </message>
    <message>
        <source>~/.ssh/known_hosts</source>
        <translation>~/.ssh/known_hosts</translation>
    </message>
    <message>
        <source>agent and the usual files</source>
        <translation>agent and the usual files</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Queue</translation>
    </message>
    <message>
        <source>&amp;Workers at once:</source>
        <translation>&amp;Workers at once:</translation>
    </message>
    <message>
        <source>Two by default, three at most: the procedure&apos;s discipline</source>
        <translation>Two by default, three at most: the procedure&apos;s discipline</translation>
    </message>
    <message>
        <source>&amp;Order of new runs:</source>
        <translation>&amp;Order of new runs:</translation>
    </message>
    <message>
        <source>Canary:</source>
        <translation>Canary:</translation>
    </message>
    <message>
        <source>Failed acceptance:</source>
        <translation>Failed acceptance:</translation>
    </message>
    <message>
        <source>&amp;Roll back by itself in the queue</source>
        <translation>&amp;Roll back by itself in the queue</translation>
    </message>
    <message>
        <source>Warnings accepted &amp;beforehand:</source>
        <translation>Warnings accepted &amp;beforehand:</translation>
    </message>
    <message>
        <source>codes, separated by spaces</source>
        <translation>codes, separated by spaces</translation>
    </message>
    <message>
        <source>&amp;Ledger (CSV):</source>
        <translation>&amp;Ledger (CSV):</translation>
    </message>
    <message>
        <source>local path, or node:/path</source>
        <translation>local path, or node:/path</translation>
    </message>
    <message>
        <source>Choose the ledger…</source>
        <translation>Choose the ledger…</translation>
    </message>
    <message>
        <source>Fol&amp;ders</source>
        <translation>Fol&amp;ders</translation>
    </message>
    <message>
        <source>&amp;Procedure file:</source>
        <translation>&amp;Procedure file:</translation>
    </message>
    <message>
        <source>Choose the procedure file…</source>
        <translation>Choose the procedure file…</translation>
    </message>
    <message>
        <source>&amp;Baseline document:</source>
        <translation>&amp;Baseline document:</translation>
    </message>
    <message>
        <source>Choose the baseline document…</source>
        <translation>Choose the baseline document…</translation>
    </message>
    <message>
        <source>&amp;Records:</source>
        <translation>&amp;Records:</translation>
    </message>
    <message>
        <source>Choose the folder of records…</source>
        <translation>Choose the folder of records…</translation>
    </message>
    <message>
        <source>&amp;Language of records:</source>
        <translation>&amp;Language of records:</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Sources</translation>
    </message>
    <message>
        <source>&amp;Installer:</source>
        <translation>&amp;Installer:</translation>
    </message>
    <message>
        <source>&amp;Panel source:</source>
        <translation>&amp;Panel source:</translation>
    </message>
    <message>
        <source>Panel &amp;repository:</source>
        <translation>Panel &amp;repository:</translation>
    </message>
    <message>
        <source>Panel r&amp;elease:</source>
        <translation>Panel r&amp;elease:</translation>
    </message>
    <message>
        <source>Package &amp;mirror:</source>
        <translation>Package &amp;mirror:</translation>
    </message>
    <message>
        <source>the client&apos;s own default</source>
        <translation>the client&apos;s own default</translation>
    </message>
    <message>
        <source>Appearan&amp;ce</source>
        <translation>Appearan&amp;ce</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Language:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Theme:</translation>
    </message>
    <message>
        <source>&amp;Operator:</source>
        <translation>&amp;Operator:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>Notifications:</translation>
    </message>
    <message>
        <source>Key f&amp;ile:</source>
        <translation>Key f&amp;ile:</translation>
    </message>
    <message>
        <source>One VM &amp;first, the rest after its acceptance</source>
        <translation>One VM &amp;first, the rest after its acceptance</translation>
    </message>
    <message>
        <source>Tell &amp;me when a VM needs attention</source>
        <translation>Tell &amp;me when a VM needs attention</translation>
    </message>
    <message>
        <source>Services must &amp;hold for:</source>
        <translation>Services must &amp;hold for:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>The acceptance passes gateway and panel once each has run so long with one process and no restart</source>
        <translation>The acceptance passes gateway and panel once each has run so long with one process and no restart</translation>
    </message>
    <message>
        <source>Least free s&amp;pace:</source>
        <translation>Least free s&amp;pace:</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>With less free space than this in the VM the acceptance warns</source>
        <translation>With less free space than this in the VM the acceptance warns</translation>
    </message>
    <message>
        <source>Your SSH key, or its .pub where the agent has it</source>
        <translation>Your SSH key, or its .pub where the agent has it</translation>
    </message>
    <message>
        <source>Choose the key that signs…</source>
        <translation>Choose the key that signs…</translation>
    </message>
    <message>
        <source>Si&amp;gn every evidence bundle as it is made</source>
        <translation>Si&amp;gn every evidence bundle as it is made</translation>
    </message>
    <message>
        <source>What cannot be signed is told; the bundle is there all the same.</source>
        <translation>What cannot be signed is told; the bundle is there all the same.</translation>
    </message>
    <message>
        <source>Signing &amp;key:</source>
        <translation>Signing &amp;key:</translation>
    </message>
</context>
<context>
    <name>StartLaterDialog</name>
    <message>
        <source>Start later</source>
        <translation>Start later</translation>
    </message>
    <message>
        <source>&amp;Not before:</source>
        <translation>&amp;Not before:</translation>
    </message>
</context>
<context>
    <name>undock::gui::AboutDialog</name>
    <message>
        <source>About OpenClaw Undock</source>
        <translation>About OpenClaw Undock</translation>
    </message>
    <message>
        <source>OpenClaw Undock %1</source>
        <translation>OpenClaw Undock %1</translation>
    </message>
    <message>
        <source>Moves OpenClaw on the VMs of a Proxmox node from Docker to a direct install: nothing lost, a way back at every point before the deletion, a record at the end.</source>
        <translation>Moves OpenClaw on the VMs of a Proxmox node from Docker to a direct install: nothing lost, a way back at every point before the deletion, a record at the end.</translation>
    </message>
    <message>
        <source>MIT licence. Uses Qt %1 (LGPL), libssh (LGPL), QtKeychain (BSD), libarchive (BSD) and nlohmann-json (MIT).</source>
        <translation>MIT licence. Uses Qt %1 (LGPL), libssh (LGPL), QtKeychain (BSD), libarchive (BSD) and nlohmann-json (MIT).</translation>
    </message>
</context>
<context>
    <name>undock::gui::AcceptancePage</name>
    <message>
        <source>Rolled back: Docker&apos;s version answers</source>
        <translation>Rolled back: Docker&apos;s version answers</translation>
    </message>
    <message>
        <source>Nothing is deleted. What users wrote since the cutover was saved and counted.</source>
        <translation>Nothing is deleted. What users wrote since the cutover was saved and counted.</translation>
    </message>
    <message>
        <source>The acceptance was not run yet</source>
        <translation>The acceptance was not run yet</translation>
    </message>
    <message>
        <source>It runs by itself at the end of the migration.</source>
        <translation>It runs by itself at the end of the migration.</translation>
    </message>
    <message>
        <source>The acceptance is green</source>
        <translation>The acceptance is green</translation>
    </message>
    <message>
        <source>Next the user tries it. Docker is stopped, not deleted; the way back is open.</source>
        <translation>Next the user tries it. Docker is stopped, not deleted; the way back is open.</translation>
    </message>
    <message>
        <source>The acceptance failed: no Docker is deleted on any VM until this is settled</source>
        <translation>The acceptance failed: no Docker is deleted on any VM until this is settled</translation>
    </message>
    <message>
        <source>The direct version may be partly at work; Docker&apos;s version is intact. Look at the failed rows, mend the cause and run again, or roll back. All other stages of other VMs go on.</source>
        <translation>The direct version may be partly at work; Docker&apos;s version is intact. Look at the failed rows, mend the cause and run again, or roll back. All other stages of other VMs go on.</translation>
    </message>
</context>
<context>
    <name>undock::gui::BundleDialog</name>
    <message>
        <source>good</source>
        <translation>good</translation>
    </message>
    <message>
        <source>of this bundle; whose key it is was not asked</source>
        <translation>of this bundle; whose key it is was not asked</translation>
    </message>
    <message>
        <source>another key: of none of the allowed signers</source>
        <translation>another key: of none of the allowed signers</translation>
    </message>
    <message>
        <source>the key was no longer valid</source>
        <translation>the key was no longer valid</translation>
    </message>
    <message>
        <source>the key was not valid yet</source>
        <translation>the key was not valid yet</translation>
    </message>
    <message>
        <source>wrong: not of this bundle&apos;s index</source>
        <translation>wrong: not of this bundle&apos;s index</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>The allowed signers cannot be read</source>
        <translation>The allowed signers cannot be read</translation>
    </message>
    <message>
        <source>The bundle is being looked at…</source>
        <translation>The bundle is being looked at…</translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation>The key cannot be read</translation>
    </message>
    <message>
        <source>Choose its file, or its .pub where the agent has the key.</source>
        <translation>Choose its file, or its .pub where the agent has the key.</translation>
    </message>
    <message>
        <source>It is being signed</source>
        <translation>It is being signed</translation>
    </message>
    <message>
        <source>A token or the agent may want to be confirmed.</source>
        <translation>A token or the agent may want to be confirmed.</translation>
    </message>
    <message numerus="yes">
        <source>Run %1: %n line(s) of the journal and their chain hold</source>
        <translation>
            <numerusform>Run %1: %n line of the journal and its chain hold</numerusform>
            <numerusform>Run %1: %n lines of the journal and their chain hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are what the record was made of</source>
        <translation>
            <numerusform>%n file of evidence is what the record was made of</numerusform>
            <numerusform>%n files of evidence are what the record was made of</numerusform>
        </translation>
    </message>
    <message>
        <source>Made %1, by its own word</source>
        <translation>Made %1, by its own word</translation>
    </message>
    <message>
        <source>It does not say when it was made</source>
        <translation>It does not say when it was made</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Nothing in it was changed, dropped or added</source>
        <translation>Nothing in it was changed, dropped or added</translation>
    </message>
    <message>
        <source>Nobody signed it</source>
        <translation>Nobody signed it</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>A signature proves that whoever has the key signed these sums. It does not prove when, nor that the key&apos;s owner used it, nor that the journal tells what happened in the VM.</source>
        <translation>A signature proves that whoever has the key signed these sums. It does not prove when, nor that the key&apos;s owner used it, nor that the journal tells what happened in the VM.</translation>
    </message>
</context>
<context>
    <name>undock::gui::ChecksModel</name>
    <message>
        <source>critical</source>
        <translation>critical</translation>
    </message>
    <message>
        <source>information</source>
        <translation>information</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
</context>
<context>
    <name>undock::gui::DeletionDialog</name>
    <message>
        <source>Delete on VM %1?</source>
        <translation>Delete on VM %1?</translation>
    </message>
    <message>
        <source>What stays: %1.</source>
        <translation>What stays: %1.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>&amp;Keep everything</source>
        <translation>&amp;Keep everything</translation>
    </message>
</context>
<context>
    <name>undock::gui::DeletionPage</name>
    <message>
        <source>The two Docker images of this VM are removed. Docker&apos;s version cannot come back after that; some 1.3 GB become free.</source>
        <translation>The two Docker images of this VM are removed. Docker&apos;s version cannot come back after that; some 1.3 GB become free.</translation>
    </message>
    <message>
        <source>/data/openclaw, /data/panel and /opt/openclaw</source>
        <translation>/data/openclaw, /data/panel and /opt/openclaw</translation>
    </message>
    <message>
        <source>the backup in /root</source>
        <translation>the backup in /root</translation>
    </message>
    <message>
        <source>the direct installation</source>
        <translation>the direct installation</translation>
    </message>
    <message>
        <source>Docker&apos;s two containers of this VM are removed for good. Every condition is asked again at that moment, and the acceptance is run once more.</source>
        <translation>Docker&apos;s two containers of this VM are removed for good. Every condition is asked again at that moment, and the acceptance is run once more.</translation>
    </message>
    <message>
        <source>Docker&apos;s images (removing them is a choice of its own)</source>
        <translation>Docker&apos;s images (removing them is a choice of its own)</translation>
    </message>
    <message>
        <source>asked at that moment</source>
        <translation>asked at that moment</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Missing: %1</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>recorded: %1</translation>
    </message>
    <message>
        <source>Close the wizard; the VM waits in the queue, also after a restart.</source>
        <translation>Close the wizard; the VM waits in the queue, also after a restart.</translation>
    </message>
    <message>
        <source>Docker&apos;s containers are deleted</source>
        <translation>Docker&apos;s containers are deleted</translation>
    </message>
    <message>
        <source>The images are still there: they are tagged, so pruning frees nothing. /data is untouched.</source>
        <translation>The images are still there: they are tagged, so pruning frees nothing. /data is untouched.</translation>
    </message>
    <message>
        <source>Asking the node and the VM…</source>
        <translation>Asking the node and the VM…</translation>
    </message>
    <message>
        <source>no public port leads to the panel</source>
        <translation>no public port leads to the panel</translation>
    </message>
    <message>
        <source>&amp;Finish the deletion</source>
        <translation>&amp;Finish the deletion</translation>
    </message>
    <message>
        <source>&amp;Delete Docker…</source>
        <translation>&amp;Delete Docker…</translation>
    </message>
    <message>
        <source>Docker&apos;s containers are deleted, but the deletion did not come to its end</source>
        <translation>Docker&apos;s containers are deleted, but the deletion did not come to its end</translation>
    </message>
    <message>
        <source>What is left deletes nothing more: it checks that the direct installation still answers, and says so in the record. Finish the deletion.</source>
        <translation>What is left deletes nothing more: it checks that the direct installation still answers, and says so in the record. Finish the deletion.</translation>
    </message>
    <message>
        <source>Their images are deleted too; Docker&apos;s version cannot come back. /data is untouched.</source>
        <translation>Their images are deleted too; Docker&apos;s version cannot come back. /data is untouched.</translation>
    </message>
</context>
<context>
    <name>undock::gui::DetailsPane</name>
    <message>
        <source>value</source>
        <translation>value</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>fact</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>failure</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>hash</translation>
    </message>
    <message>
        <source>The acceptance was not run yet.</source>
        <translation>The acceptance was not run yet.</translation>
    </message>
    <message>
        <source>(run by another version: the script shown is this version&apos;s)</source>
        <translation>(run by another version: the script shown is this version&apos;s)</translation>
    </message>
    <message>
        <source>(no script: the program did this itself)</source>
        <translation>(no script: the program did this itself)</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>possible now</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Way back</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>VM %1</source>
        <translation>VM %1</translation>
    </message>
    <message>
        <source>No VM is chosen</source>
        <translation>No VM is chosen</translation>
    </message>
    <message>
        <source>&amp;Take this way for VM %1</source>
        <translation>&amp;Take this way for VM %1</translation>
    </message>
    <message>
        <source>ask the VM which there are</source>
        <translation>ask the VM which there are</translation>
    </message>
</context>
<context>
    <name>undock::gui::DiscoverDialog</name>
    <message>
        <source>The node has no VM</source>
        <translation>The node has no VM</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that this is the right node.</source>
        <translation>Nothing was changed. Check that this is the right node.</translation>
    </message>
    <message>
        <source>Ask the node: nothing on it is changed by that.</source>
        <translation>Ask the node: nothing on it is changed by that.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;dd to the queue</source>
        <translation>A&amp;dd to the queue</translation>
    </message>
</context>
<context>
    <name>undock::gui::DiscoverModel</name>
    <message>
        <source>is in the queue already</source>
        <translation>is in the queue already</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>VMID</source>
        <translation>VMID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Stands against it</source>
        <translation>Stands against it</translation>
    </message>
</context>
<context>
    <name>undock::gui::EngineInquiry</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>cannot be read: %1</translation>
    </message>
    <message>
        <source>no row for this VM</source>
        <translation>no row for this VM</translation>
    </message>
    <message>
        <source>%1: the ledger says %2, the node&apos;s rules %3</source>
        <translation>%1: the ledger says %2, the node&apos;s rules %3</translation>
    </message>
    <message>
        <source>address: the ledger says %1, the node %2</source>
        <translation>address: the ledger says %1, the node %2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>line %1: %2</translation>
    </message>
    <message>
        <source>too many requests; try again later</source>
        <translation>too many requests; try again later</translation>
    </message>
    <message>
        <source>the source answered %1</source>
        <translation>the source answered %1</translation>
    </message>
    <message>
        <source>this desk is offline: %1</source>
        <translation>this desk is offline: %1</translation>
    </message>
    <message>
        <source>the source lists none</source>
        <translation>the source lists none</translation>
    </message>
</context>
<context>
    <name>undock::gui::FindingsModel</name>
    <message>
        <source>Nothing to do.</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>Nothing has to be done before the migration; know of it.</source>
        <translation>Nothing has to be done before the migration; know of it.</translation>
    </message>
    <message>
        <source>Settle this in the VM or on the node, then scan again.</source>
        <translation>Settle this in the VM or on the node, then scan again.</translation>
    </message>
    <message>
        <source>As the VM said it: %1</source>
        <translation>As the VM said it: %1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
</context>
<context>
    <name>undock::gui::GuideWindow</name>
    <message>
        <source>Operator&apos;s guide</source>
        <translation>Operator&apos;s guide</translation>
    </message>
</context>
<context>
    <name>undock::gui::Handover</name>
    <message>
        <source>Your bot has moved to a new base; nothing should look different. Please open %1, log in as always, read an old conversation, send a message, and save a setting. Tell us whether everything is as before.</source>
        <translation>Your bot has moved to a new base; nothing should look different. Please open %1, log in as always, read an old conversation, send a message, and save a setting. Tell us whether everything is as before.</translation>
    </message>
    <message>
        <source>the panel</source>
        <translation>the panel</translation>
    </message>
</context>
<context>
    <name>undock::gui::HandoverDialog</name>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>There is nothing to hand over yet</source>
        <translation>There is nothing to hand over yet</translation>
    </message>
    <message>
        <source>The run stands at “%1”: it has neither passed its acceptance nor been rolled back.</source>
        <translation>The run stands at “%1”: it has neither passed its acceptance nor been rolled back.</translation>
    </message>
    <message>
        <source>Hand over VM %1</source>
        <translation>Hand over VM %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::HoldBanner</name>
    <message>
        <source>&amp;Show the VM</source>
        <translation>&amp;Show the VM</translation>
    </message>
    <message numerus="yes">
        <source>Docker is not deleted anywhere: %n hold(s) in force.</source>
        <translation>
            <numerusform>Docker is not deleted anywhere: %n hold in force.</numerusform>
            <numerusform>Docker is not deleted anywhere: %n holds in force.</numerusform>
        </translation>
    </message>
    <message>
        <source>VM %1 on %2: %3 (%4, %5).</source>
        <translation>VM %1 on %2: %3 (%4, %5).</translation>
    </message>
    <message>
        <source>It ends when that VM passes its acceptance, or is rolled back and the hold is released with a reason. All other stages go on.</source>
        <translation>It ends when that VM passes its acceptance, or is rolled back and the hold is released with a reason. All other stages go on.</translation>
    </message>
    <message>
        <source>its acceptance is under way</source>
        <translation>its acceptance is under way</translation>
    </message>
    <message>
        <source>Rele&amp;ase…</source>
        <translation>Rele&amp;ase…</translation>
    </message>
</context>
<context>
    <name>undock::gui::HostKeyDialog</name>
    <message>
        <source>First contact with %1</source>
        <translation>First contact with %1</translation>
    </message>
    <message>
        <source>This host has not been trusted from this desk before. Compare the fingerprint with what the node itself shows (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub). If it is trusted, it is stored; from then on a changed key stops everything.</source>
        <translation>This host has not been trusted from this desk before. Compare the fingerprint with what the node itself shows (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub). If it is trusted, it is stored; from then on a changed key stops everything.</translation>
    </message>
    <message>
        <source>&amp;Trust and store</source>
        <translation>&amp;Trust and store</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>&amp;Do not connect</translation>
    </message>
</context>
<context>
    <name>undock::gui::HousekeepingDialog</name>
    <message>
        <source>Removed for good, %1: %2. Nothing brings it back.</source>
        <translation>Removed for good, %1: %2. Nothing brings it back.</translation>
    </message>
    <message>
        <source>the newest backup</source>
        <translation>the newest backup</translation>
    </message>
    <message>
        <source>everything that is not named here</source>
        <translation>everything that is not named here</translation>
    </message>
    <message>
        <source>Migrations left nothing behind in this VM.</source>
        <translation>Migrations left nothing behind in this VM.</translation>
    </message>
    <message>
        <source>List what is there first: nothing in the VM is changed by that.</source>
        <translation>List what is there first: nothing in the VM is changed by that.</translation>
    </message>
    <message>
        <source>Choose what is to go. Nothing goes by itself, and never the newest backup.</source>
        <translation>Choose what is to go. Nothing goes by itself, and never the newest backup.</translation>
    </message>
    <message>
        <source>%1 stays: %2.</source>
        <translation>%1 stays: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen, %1: removed for good, one after the other; the VM asks once more whether each may go.</source>
        <translation>
            <numerusform>%n chosen, %1: removed for good; the VM asks once more whether it may go.</numerusform>
            <numerusform>%n chosen, %1: removed for good, one after the other; the VM asks once more whether each may go.</numerusform>
        </translation>
    </message>
    <message>
        <source>Housekeeping in VM %1</source>
        <translation>Housekeeping in VM %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::ImportDialog</name>
    <message>
        <source>A list of VMs</source>
        <translation>A list of VMs</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Tables (*.csv *.txt *.tsv);;All files (*)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>The file cannot be read: %1</translation>
    </message>
    <message>
        <source>Nothing read yet.</source>
        <translation>Nothing read yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) can be taken</source>
        <translation>
            <numerusform>%n line can be taken</numerusform>
            <numerusform>%n lines can be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems are left out</source>
        <translation>
            <numerusform>%n with problems are left out</numerusform>
            <numerusform>%n with problems are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A&amp;dd %n VM(s)</source>
        <translation>
            <numerusform>A&amp;dd %n VM</numerusform>
            <numerusform>A&amp;dd %n VMs</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Install from these sources</source>
        <translation>&amp;Install from these sources</translation>
    </message>
    <message>
        <source>The list names other sources than are set here; root in the VM runs what comes from them</source>
        <translation>The list names other sources than are set here; root in the VM runs what comes from them</translation>
    </message>
</context>
<context>
    <name>undock::gui::ImportModel</name>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>VMID</source>
        <translation>VMID</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP address</translation>
    </message>
    <message>
        <source>Panel release</source>
        <translation>Panel release</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>undock::gui::JournalText</name>
    <message>
        <source>Ledger, taken back: %1</source>
        <translation>Ledger, taken back: %1</translation>
    </message>
    <message>
        <source>Ledger: %1</source>
        <translation>Ledger: %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::LeftoversModel</name>
    <message>
        <source>Backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>State directory from before</source>
        <translation>State directory from before</translation>
    </message>
    <message>
        <source>State directory of a rollback</source>
        <translation>State directory of a rollback</translation>
    </message>
    <message>
        <source>Panel from before</source>
        <translation>Panel from before</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>Folder of a run</translation>
    </message>
    <message>
        <source>Rest of a removal</source>
        <translation>Rest of a removal</translation>
    </message>
    <message>
        <source>it is the newest backup</source>
        <translation>it is the newest backup</translation>
    </message>
    <message>
        <source>this run works in it</source>
        <translation>this run works in it</translation>
    </message>
    <message>
        <source>the version in use was brought by this run</source>
        <translation>the version in use was brought by this run</translation>
    </message>
    <message>
        <source>its run is not finished</source>
        <translation>its run is not finished</translation>
    </message>
    <message>
        <source>Docker is not deleted on this VM yet</source>
        <translation>Docker is not deleted on this VM yet</translation>
    </message>
    <message>
        <source>Docker does not answer in this VM</source>
        <translation>Docker does not answer in this VM</translation>
    </message>
    <message>
        <source>something is mounted in it</source>
        <translation>something is mounted in it</translation>
    </message>
    <message>
        <source>something uses it</source>
        <translation>something uses it</translation>
    </message>
    <message>
        <source>it is a link or a file, not a folder</source>
        <translation>it is a link or a file, not a folder</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Last changed</translation>
    </message>
    <message>
        <source>Stays, because</source>
        <translation>Stays, because</translation>
    </message>
</context>
<context>
    <name>undock::gui::MainActions</name>
    <message>
        <source>Operator&apos;s &amp;guide</source>
        <translation>Operator&apos;s &amp;guide</translation>
    </message>
    <message>
        <source>How to use this program</source>
        <translation>How to use this program</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Add VM…</source>
        <translation>&amp;Add VM…</translation>
    </message>
    <message>
        <source>Migrate one VM with the wizard</source>
        <translation>Migrate one VM with the wizard</translation>
    </message>
    <message>
        <source>&amp;Discover…</source>
        <translation>&amp;Discover…</translation>
    </message>
    <message>
        <source>Ask the node for its VMs</source>
        <translation>Ask the node for its VMs</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>Take VMs from a CSV file or pasted lines</source>
        <translation>Take VMs from a CSV file or pasted lines</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>Nodes, folders, workers, language</source>
        <translation>Nodes, folders, workers, language</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>&amp;Open wizard</source>
        <translation>&amp;Open wizard</translation>
    </message>
    <message>
        <source>This VM step by step</source>
        <translation>This VM step by step</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Queue the migration, stages A to H</source>
        <translation>Queue the migration, stages A to H</translation>
    </message>
    <message>
        <source>Start &amp;later…</source>
        <translation>Start &amp;later…</translation>
    </message>
    <message>
        <source>Queue the migration for a later time</source>
        <translation>Queue the migration for a later time</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause after the step that runs now</source>
        <translation>Pause after the step that runs now</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Re&amp;try</translation>
    </message>
    <message>
        <source>Go on from the step that failed</source>
        <translation>Go on from the step that failed</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>Roll &amp;back…</translation>
    </message>
    <message>
        <source>Bring Docker&apos;s version back</source>
        <translation>Bring Docker&apos;s version back</translation>
    </message>
    <message>
        <source>User&apos;s a&amp;cceptance…</source>
        <translation>User&apos;s a&amp;cceptance…</translation>
    </message>
    <message>
        <source>Record what the user said</source>
        <translation>Record what the user said</translation>
    </message>
    <message>
        <source>&amp;Delete Docker…</source>
        <translation>&amp;Delete Docker…</translation>
    </message>
    <message>
        <source>The last stage, when all its conditions hold</source>
        <translation>The last stage, when all its conditions hold</translation>
    </message>
    <message>
        <source>Open &amp;record</source>
        <translation>Open &amp;record</translation>
    </message>
    <message>
        <source>The record of this run</source>
        <translation>The record of this run</translation>
    </message>
    <message>
        <source>&amp;Records</source>
        <translation>&amp;Records</translation>
    </message>
    <message>
        <source>All runs and their records</source>
        <translation>All runs and their records</translation>
    </message>
    <message>
        <source>Copy &amp;instruction text</source>
        <translation>Copy &amp;instruction text</translation>
    </message>
    <message>
        <source>The procedure&apos;s instruction for another window or an AI</source>
        <translation>The procedure&apos;s instruction for another window or an AI</translation>
    </message>
    <message>
        <source>Copy &amp;error</source>
        <translation>Copy &amp;error</translation>
    </message>
    <message>
        <source>What failed, as text</source>
        <translation>What failed, as text</translation>
    </message>
    <message>
        <source>Lea&amp;ve out</source>
        <translation>Lea&amp;ve out</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>Earlier in the queue</source>
        <translation>Earlier in the queue</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Move do&amp;wn</translation>
    </message>
    <message>
        <source>Later in the queue</source>
        <translation>Later in the queue</translation>
    </message>
    <message>
        <source>&amp;Pause the queue</source>
        <translation>&amp;Pause the queue</translation>
    </message>
    <message>
        <source>Nothing new begins; what runs ends its step</source>
        <translation>Nothing new begins; what runs ends its step</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show the pane below the table</source>
        <translation>Show the pane below the table</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version and licence</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Queue</translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation>&amp;VM</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>Vie&amp;w</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>&amp;Who works on the node…</source>
        <translation>&amp;Who works on the node…</translation>
    </message>
    <message>
        <source>Leases and holds on the node; release a hold, take a colleague&apos;s run over</source>
        <translation>Leases and holds on the node; release a hold, take a colleague&apos;s run over</translation>
    </message>
    <message>
        <source>&amp;Housekeeping…</source>
        <translation>&amp;Housekeeping…</translation>
    </message>
    <message>
        <source>Old backups and folders in the VM: list them, remove what you name</source>
        <translation>Old backups and folders in the VM: list them, remove what you name</translation>
    </message>
    <message>
        <source>U&amp;ndo the ledger update…</source>
        <translation>U&amp;ndo the ledger update…</translation>
    </message>
    <message>
        <source>Put back what this run changed in the operator&apos;s table</source>
        <translation>Put back what this run changed in the operator&apos;s table</translation>
    </message>
    <message>
        <source>Take this VM off the list; its journal stays, and the menu “Queue” puts it back</source>
        <translation>Take this VM off the list; its journal stays, and the menu “Queue” puts it back</translation>
    </message>
    <message>
        <source>Put &amp;back on the list</source>
        <translation>Put &amp;back on the list</translation>
    </message>
</context>
<context>
    <name>undock::gui::MainWindow</name>
    <message>
        <source>VM %1: %2</source>
        <translation>VM %1: %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1 of %2 workers busy</source>
        <translation>%1 of %2 workers busy</translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>the queue is paused</translation>
    </message>
    <message>
        <source>OpenClaw Undock</source>
        <translation>OpenClaw Undock</translation>
    </message>
    <message numerus="yes">
        <source>%1 % · %n running</source>
        <translation>
            <numerusform>%1 % · %n running</numerusform>
            <numerusform>%1 % · %n running</numerusform>
        </translation>
    </message>
    <message>
        <source>The instruction text is in the clipboard.</source>
        <translation>The instruction text is in the clipboard.</translation>
    </message>
    <message>
        <source>The error is in the clipboard.</source>
        <translation>The error is in the clipboard.</translation>
    </message>
    <message>
        <source>The queue goes by this order until the program ends; the next one does not know it.</source>
        <translation>The queue goes by this order until the program ends; the next one does not know it.</translation>
    </message>
    <message>
        <source>No VM in the queue</source>
        <translation>No VM in the queue</translation>
    </message>
    <message>
        <source>Every VM that is to leave Docker stands here in a row, from the first scan to the deletion of Docker. Add one with the wizard, let the node tell which it has, or take a list from a file.</source>
        <translation>Every VM that is to leave Docker stands here in a row, from the first scan to the deletion of Docker. Add one with the wizard, let the node tell which it has, or take a list from a file.</translation>
    </message>
    <message>
        <source>&amp;Try it on the lab</source>
        <translation>&amp;Try it on the lab</translation>
    </message>
    <message>
        <source>Makes a small node with a real VM on this machine: nothing outside it is touched.</source>
        <translation>Makes a small node with a real VM on this machine: nothing outside it is touched.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read and are set aside; their files are kept</source>
        <translation>
            <numerusform>%n run cannot be read and is set aside; its files are kept</numerusform>
            <numerusform>%n runs cannot be read and are set aside; their files are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undock::gui::MigratePage</name>
    <message>
        <source>&amp;Start the migration</source>
        <translation>&amp;Start the migration</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Go on</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Re&amp;sume</translation>
    </message>
    <message>
        <source>Ends the running step where that is safe, then brings Docker&apos;s version back and proves that it answers.</source>
        <translation>Ends the running step where that is safe, then brings Docker&apos;s version back and proves that it answers.</translation>
    </message>
    <message>
        <source>Docker&apos;s version still runs: there is nothing to take back.</source>
        <translation>Docker&apos;s version still runs: there is nothing to take back.</translation>
    </message>
    <message>
        <source>&amp;Acknowledge and go on</source>
        <translation>&amp;Acknowledge and go on</translation>
    </message>
    <message>
        <source>A warning wants to be acknowledged by name before the next step</source>
        <translation>A warning wants to be acknowledged by name before the next step</translation>
    </message>
    <message>
        <source>Paused between two steps</source>
        <translation>Paused between two steps</translation>
    </message>
    <message>
        <source>Nothing runs in the VM. Go on whenever you like.</source>
        <translation>Nothing runs in the VM. Go on whenever you like.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>Nothing has been changed yet</translation>
    </message>
    <message>
        <source>B archives while the bot still runs; with C its outage begins. From then on one click brings Docker&apos;s version back.</source>
        <translation>B archives while the bot still runs; with C its outage begins. From then on one click brings Docker&apos;s version back.</translation>
    </message>
</context>
<context>
    <name>undock::gui::NodeForm</name>
    <message>
        <source>You typed %1, but the node says that VM %2 has %3.</source>
        <translation>You typed %1, but the node says that VM %2 has %3.</translation>
    </message>
</context>
<context>
    <name>undock::gui::NodePage</name>
    <message>
        <source>Private key</source>
        <translation>Private key</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message numerus="yes">
        <source>Connected: a Proxmox node with %n VM(s)</source>
        <translation>
            <numerusform>Connected: a Proxmox node with %n VM</numerusform>
            <numerusform>Connected: a Proxmox node with %n VMs</numerusform>
        </translation>
    </message>
    <message>
        <source>Login by %1, host key %2</source>
        <translation>Login by %1, host key %2</translation>
    </message>
    <message>
        <source>The releases cannot be listed (%1); type the tag.</source>
        <translation>The releases cannot be listed (%1); type the tag.</translation>
    </message>
    <message>
        <source>panel %1 · gateway %2 · SSH %3</source>
        <translation>panel %1 · gateway %2 · SSH %3</translation>
    </message>
    <message>
        <source>Nothing was sent. Correct the address, or the VM number.</source>
        <translation>Nothing was sent. Correct the address, or the VM number.</translation>
    </message>
    <message>
        <source>Stands against it:</source>
        <translation>Stands against it:</translation>
    </message>
    <message>
        <source>The node and the ledger agree.</source>
        <translation>The node and the ledger agree.</translation>
    </message>
    <message>
        <source>local (advised)</source>
        <translation>local (advised)</translation>
    </message>
    <message>
        <source>remote (as the procedure prints it)</source>
        <translation>remote (as the procedure prints it)</translation>
    </message>
    <message>
        <source>The version that the container runs</source>
        <translation>The version that the container runs</translation>
    </message>
    <message>
        <source>Today&apos;s release; it rewrites data at its first start</source>
        <translation>Today&apos;s release; it rewrites data at its first start</translation>
    </message>
    <message>
        <source>same: the version that the container runs. latest: today&apos;s release, which rewrites data at its first start.</source>
        <translation>same: the version that the container runs. latest: today&apos;s release, which rewrites data at its first start.</translation>
    </message>
    <message>
        <source>The node knows the VM and its ports; no ledger is named to compare with.</source>
        <translation>The node knows the VM and its ports; no ledger is named to compare with.</translation>
    </message>
    <message>
        <source>The node answers, but VM %1 does not: %2</source>
        <translation>The node answers, but VM %1 does not: %2</translation>
    </message>
    <message>
        <source>%1; commands can be run in VM %2</source>
        <translation>%1; commands can be run in VM %2</translation>
    </message>
</context>
<context>
    <name>undock::gui::Notice</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>undock::gui::OccupancyDialog</name>
    <message>
        <source>at work</source>
        <translation>at work</translation>
    </message>
    <message>
        <source>its program is not connected</source>
        <translation>its program is not connected</translation>
    </message>
    <message>
        <source>not settled: acceptance or rollback first</source>
        <translation>not settled: acceptance or rollback first</translation>
    </message>
    <message>
        <source>may be released</source>
        <translation>may be released</translation>
    </message>
    <message>
        <source>Nobody works on this node, and nothing keeps Docker there.</source>
        <translation>Nobody works on this node, and nothing keeps Docker there.</translation>
    </message>
    <message>
        <source>Taking over: VM %1 is yours from then on, and what %2 still sends for it is refused. The run comes with its journal and can be resumed here. The reason is recorded on both sides.</source>
        <translation>Taking over: VM %1 is yours from then on, and what %2 still sends for it is refused. The run comes with its journal and can be resumed here. The reason is recorded on both sides.</translation>
    </message>
    <message>
        <source>Releasing: Docker may be deleted again on other VMs. The node refuses it until VM %1 passed its acceptance, was rolled back or is gone. The reason is recorded.</source>
        <translation>Releasing: Docker may be deleted again on other VMs. The node refuses it until VM %1 passed its acceptance, was rolled back or is gone. The reason is recorded.</translation>
    </message>
    <message>
        <source>Choose a row, and say why: nothing is taken over or released without a reason.</source>
        <translation>Choose a row, and say why: nothing is taken over or released without a reason.</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Take over with &amp;these sources</source>
        <translation>Take over with &amp;these sources</translation>
    </message>
    <message>
        <source>The run of VM %1 was planned with other sources than this desk&apos;s. Left is what is set here, right what root would run from:
%2</source>
        <translation>The run of VM %1 was planned with other sources than this desk&apos;s. Left is what is set here, right what root would run from:
%2</translation>
    </message>
    <message>
        <source>Take over from &amp;this unproven copy</source>
        <translation>Take over from &amp;this unproven copy</translation>
    </message>
    <message>
        <source>Nothing proves that a desk wrote the copy of the journal in VM %1: whoever is root in the VM could have. Better copy the data folder of the desk that has the run. Otherwise compare this with what you know of the run:
%2</source>
        <translation>Nothing proves that a desk wrote the copy of the journal in VM %1: whoever is root in the VM could have. Better copy the data folder of the desk that has the run. Otherwise compare this with what you know of the run:
%2</translation>
    </message>
</context>
<context>
    <name>undock::gui::OutputPane</name>
    <message>
        <source>Save the output</source>
        <translation>Save the output</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>No output yet. It appears here line by line while steps run in the VM.</source>
        <translation>No output yet. It appears here line by line while steps run in the VM.</translation>
    </message>
</context>
<context>
    <name>undock::gui::OutputView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Copy all</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Select &amp;all</translation>
    </message>
</context>
<context>
    <name>undock::gui::PlanModel</name>
    <message>
        <source>secret: held in memory, removed from the VM afterwards</source>
        <translation>secret: held in memory, removed from the VM afterwards</translation>
    </message>
    <message>
        <source>comes from an earlier step</source>
        <translation>comes from an earlier step</translation>
    </message>
    <message>
        <source>%1. At most %2.</source>
        <translation>%1. At most %2.</translation>
    </message>
    <message>
        <source>Taken back by: %1.</source>
        <translation>Taken back by: %1.</translation>
    </message>
    <message>
        <source>Its output is secret and not kept.</source>
        <translation>Its output is secret and not kept.</translation>
    </message>
    <message>
        <source>Data: %1 in %2 files</source>
        <translation>Data: %1 in %2 files</translation>
    </message>
    <message>
        <source>Expected: about %1 min</source>
        <translation>Expected: about %1 min</translation>
    </message>
    <message>
        <source>Disk: %1 needed, %2 free</source>
        <translation>Disk: %1 needed, %2 free</translation>
    </message>
    <message>
        <source>Before C  Prepared early</source>
        <translation>Before C  Prepared early</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>undock::gui::PlanPage</name>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Not read yet: the scan reads both configurations.</source>
        <translation>Not read yet: the scan reads both configurations.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) change; everything else stays as it is, in its order. Secrets are masked.</source>
        <translation>
            <numerusform>%n key change; everything else stays as it is, in its order. Secrets are masked.</numerusform>
            <numerusform>%n keys change; everything else stays as it is, in its order. Secrets are masked.</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>For this run</source>
        <translation>For this run</translation>
    </message>
    <message>
        <source>The VM&apos;s disk is too small for this plan</source>
        <translation>The VM&apos;s disk is too small for this plan</translation>
    </message>
    <message>
        <source>Make room in the VM, or give it a larger disk; then scan it again.</source>
        <translation>Make room in the VM, or give it a larger disk; then scan it again.</translation>
    </message>
</context>
<context>
    <name>undock::gui::QueueModel</name>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 percent</translation>
    </message>
    <message>
        <source>VMID</source>
        <translation>VMID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Stages A–I</source>
        <translation>Stages A–I</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Elapsed</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Outage</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>undock::gui::QuitDialog</name>
    <message numerus="yes">
        <source>%n run(s) under way</source>
        <translation>
            <numerusform>%n run under way</numerusform>
            <numerusform>%n runs under way</numerusform>
        </translation>
    </message>
    <message>
        <source>The step that runs in a VM goes on there by itself and is picked up at the next start; the step after it waits until then. A bot that is stopped stays stopped for as long. Nothing is lost.</source>
        <translation>The step that runs in a VM goes on there by itself and is picked up at the next start; the step after it waits until then. A bot that is stopped stays stopped for as long. Nothing is lost.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Stay</translation>
    </message>
</context>
<context>
    <name>undock::gui::ReadDialog</name>
    <message>
        <source>Before the first start the procedure wants these documents to be read. It is asked once for each version of a file, and journaled.</source>
        <translation>Before the first start the procedure wants these documents to be read. It is asked once for each version of a file, and journaled.</translation>
    </message>
    <message>
        <source>Before the first start the procedure wants to be read. No procedure file is chosen in the settings: the tick says that it was read elsewhere.</source>
        <translation>Before the first start the procedure wants to be read. No procedure file is chosen in the settings: the tick says that it was read elsewhere.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Do not start</source>
        <translation>&amp;Do not start</translation>
    </message>
</context>
<context>
    <name>undock::gui::ReadModel</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>cannot be read: %1</translation>
    </message>
    <message>
        <source>larger than 8 MiB</source>
        <translation>larger than 8 MiB</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>to be read</source>
        <translation>to be read</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>Procedure: %1</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>Baseline: %1</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>Record: %1</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>undock::gui::ReadPage</name>
    <message>
        <source>Procedure file</source>
        <translation>Procedure file</translation>
    </message>
    <message>
        <source>Baseline document</source>
        <translation>Baseline document</translation>
    </message>
    <message>
        <source>Documents (*.md *.txt);;All files (*)</source>
        <translation>Documents (*.md *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>No procedure file is chosen yet</source>
        <translation>No procedure file is chosen yet</translation>
    </message>
    <message>
        <source>Choose the operator&apos;s own copy, so that it is shown here and its version is journaled. Without one the tick says that it was read elsewhere.</source>
        <translation>Choose the operator&apos;s own copy, so that it is shown here and its version is journaled. Without one the tick says that it was read elsewhere.</translation>
    </message>
    <message>
        <source>A document cannot be read</source>
        <translation>A document cannot be read</translation>
    </message>
    <message>
        <source>Choose it again, or see to its permissions. Nothing was done yet.</source>
        <translation>Choose it again, or see to its permissions. Nothing was done yet.</translation>
    </message>
    <message>
        <source>Read before in this version</source>
        <translation>Read before in this version</translation>
    </message>
    <message>
        <source>None of these documents has changed since; the tick is not asked again.</source>
        <translation>None of these documents has changed since; the tick is not asked again.</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordFilters</name>
    <message>
        <source>VM or name</source>
        <translation>VM or name</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;to</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>All nodes</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Any outcome</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Any version</source>
        <translation>Any version</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Any finding</source>
        <translation>Any finding</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>Show a&amp;ll</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordPage</name>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Export the record</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html);;Markdown (*.md)</source>
        <translation>PDF (*.pdf);;HTML (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>Nothing required is missing.</source>
        <translation>Nothing required is missing.</translation>
    </message>
    <message>
        <source>Still without the operator&apos;s words: %1</source>
        <translation>Still without the operator&apos;s words: %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordsModel</name>
    <message>
        <source>VMID</source>
        <translation>VMID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Outage</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>By hand: %1</source>
        <translation>By hand: %1</translation>
    </message>
    <message>
        <source>Another desk: %1</source>
        <translation>Another desk: %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordsWindow</name>
    <message>
        <source>Written</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Every run has a record, from its first step on. Choose one on the left.</source>
        <translation>Every run has a record, from its first step on. Choose one on the left.</translation>
    </message>
    <message>
        <source>Nothing required is missing.</source>
        <translation>Nothing required is missing.</translation>
    </message>
    <message>
        <source>Still without the operator&apos;s words: %1</source>
        <translation>Still without the operator&apos;s words: %1</translation>
    </message>
    <message>
        <source>Export the selection</source>
        <translation>Export the selection</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Folder for the export</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n record(s)</source>
        <translation>
            <numerusform>Exported %n record</numerusform>
            <numerusform>Exported %n records</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Markdown, as the procedure names it</source>
        <translation>&amp;Markdown, as the procedure names it</translation>
    </message>
    <message>
        <source>&amp;HTML</source>
        <translation>&amp;HTML</translation>
    </message>
    <message>
        <source>&amp;PDF</source>
        <translation>&amp;PDF</translation>
    </message>
    <message>
        <source>&amp;CSV of the selection</source>
        <translation>&amp;CSV of the selection</translation>
    </message>
    <message>
        <source>&amp;Summary of the selection</source>
        <translation>&amp;Summary of the selection</translation>
    </message>
    <message>
        <source>&amp;Bundle with all evidence</source>
        <translation>&amp;Bundle with all evidence</translation>
    </message>
    <message>
        <source>Exported and signed</source>
        <translation>Exported and signed</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Key: %1</translation>
    </message>
    <message>
        <source>The bundle is there, and is not signed</source>
        <translation>The bundle is there, and is not signed</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n record(s)</source>
        <translation>
            <numerusform>%1 of %n record</numerusform>
            <numerusform>%1 of %n records</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>Evidence bundle</translation>
    </message>
    <message>
        <source>Bundles (*.zip);;All files (*)</source>
        <translation>Bundles (*.zip);;All files (*)</translation>
    </message>
    <message>
        <source>No run of this desk; the file is only read</source>
        <translation>No run of this desk; the file is only read</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>It cannot be read: %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::RunRow</name>
    <message>
        <source>%1: answer lost, resume to ask again</source>
        <translation>%1: answer lost, resume to ask again</translation>
    </message>
    <message>
        <source>paused after this step</source>
        <translation>paused after this step</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>undock::gui::RunWatch</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>The source is untouched and backed up; Docker&apos;s containers are stopped. Retry, or roll back.</source>
        <translation>The source is untouched and backed up; Docker&apos;s containers are stopped. Retry, or roll back.</translation>
    </message>
    <message>
        <source>Docker&apos;s version still runs; nothing the users see has changed.</source>
        <translation>Docker&apos;s version still runs; nothing the users see has changed.</translation>
    </message>
    <message>
        <source>The answer to &quot;%1&quot; was lost.</source>
        <translation>The answer to &quot;%1&quot; was lost.</translation>
    </message>
    <message>
        <source>The step may still run in the VM, and goes on by itself.</source>
        <translation>The step may still run in the VM, and goes on by itself.</translation>
    </message>
    <message>
        <source>Resume: the VM is asked again, nothing is run twice.</source>
        <translation>Resume: the VM is asked again, nothing is run twice.</translation>
    </message>
</context>
<context>
    <name>undock::gui::RunWizard</name>
    <message>
        <source>Read first</source>
        <translation>Read first</translation>
    </message>
    <message>
        <source>Node and VM</source>
        <translation>Node and VM</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrate</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Deletion</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>New VM</source>
        <translation>New VM</translation>
    </message>
    <message>
        <source>Migrate a VM</source>
        <translation>Migrate a VM</translation>
    </message>
    <message>
        <source>Migrate VM %1</source>
        <translation>Migrate VM %1</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Back</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Next &gt;</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Finish</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>VM %1</source>
        <translation>VM %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::ScanPage</name>
    <message numerus="yes">
        <source>%n finding(s) block the migration</source>
        <translation>
            <numerusform>%n finding block the migration</numerusform>
            <numerusform>%n findings block the migration</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on the VM was changed. Settle them, then scan again.</source>
        <translation>Nothing on the VM was changed. Settle them, then scan again.</translation>
    </message>
</context>
<context>
    <name>undock::gui::SecretDialog</name>
    <message>
        <source>Passphrase of the key %1</source>
        <translation>Passphrase of the key %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Password of %1</translation>
    </message>
    <message>
        <source>The last answer was not accepted. Enter it again, or cancel: then nothing is sent.</source>
        <translation>The last answer was not accepted. Enter it again, or cancel: then nothing is sent.</translation>
    </message>
    <message>
        <source>It only serves to connect. No file, log or command line ever holds it.</source>
        <translation>It only serves to connect. No file, log or command line ever holds it.</translation>
    </message>
    <message>
        <source>There is no keychain service on this desk.</source>
        <translation>There is no keychain service on this desk.</translation>
    </message>
</context>
<context>
    <name>undock::gui::SettingsDialog</name>
    <message>
        <source>Export settings</source>
        <translation>Export settings</translation>
    </message>
    <message>
        <source>Exported; no password is in the file</source>
        <translation>Exported; no password is in the file</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Import settings</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Imported, but for what is not fit</source>
        <translation>Imported, but for what is not fit</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Not an address that can be used</source>
        <translation>Not an address that can be used</translation>
    </message>
    <message>
        <source>Write https://host/path without login, query or fragment.</source>
        <translation>Write https://host/path without login, query or fragment.</translation>
    </message>
    <message>
        <source>Plain http</source>
        <translation>Plain http</translation>
    </message>
    <message>
        <source>Nobody on the way is kept from changing what is fetched.</source>
        <translation>Nobody on the way is kept from changing what is fetched.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>Jump host</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Key file</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Keychain</translation>
    </message>
    <message>
        <source>as the procedure prints it</source>
        <translation>as the procedure prints it</translation>
    </message>
    <message>
        <source>prepare early (shorter outage)</source>
        <translation>prepare early (shorter outage)</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>as the system</translation>
    </message>
    <message>
        <source>light</source>
        <translation>light</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, row %2: %3</translation>
    </message>
    <message>
        <source>Nothing was saved. Write it as in root@192.0.2.10 or root@192.0.2.10:2222, or remove the row.</source>
        <translation>Nothing was saved. Write it as in root@192.0.2.10 or root@192.0.2.10:2222, or remove the row.</translation>
    </message>
    <message>
        <source>The file changes whom this desk trusts and what root runs in the VMs</source>
        <translation>The file changes whom this desk trusts and what root runs in the VMs</translation>
    </message>
    <message>
        <source>Take these &amp;over</source>
        <translation>Take these &amp;over</translation>
    </message>
</context>
<context>
    <name>undock::gui::Shell</name>
    <message>
        <source>no node yet</source>
        <translation>no node yet</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>connecting…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>answer lost</translation>
    </message>
    <message>
        <source>The run was taken over</source>
        <translation>The run was taken over</translation>
    </message>
    <message>
        <source>Its journal is here now. Start it to go on from where it stands; the VM is asked first.</source>
        <translation>Its journal is here now. Start it to go on from where it stands; the VM is asked first.</translation>
    </message>
    <message>
        <source>The lab is up</source>
        <translation>The lab is up</translation>
    </message>
    <message>
        <source>A node with one VM runs on this machine. ./dev lab down ends it.</source>
        <translation>A node with one VM runs on this machine. ./dev lab down ends it.</translation>
    </message>
    <message>
        <source>The lab could not be made</source>
        <translation>The lab could not be made</translation>
    </message>
    <message>
        <source>The lab is being made</source>
        <translation>The lab is being made</translation>
    </message>
    <message>
        <source>The first time it downloads what it needs, which takes some minutes.</source>
        <translation>The first time it downloads what it needs, which takes some minutes.</translation>
    </message>
    <message>
        <source>VM %1 of %2: %3</source>
        <translation>VM %1 of %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n VM(s) were not taken into the queue</source>
        <translation>
            <numerusform>%n VM was not taken into the queue</numerusform>
            <numerusform>%n VMs were not taken into the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undock::gui::StartLaterDialog</name>
    <message numerus="yes">
        <source>%n VM(s) begin at this time at the earliest, as workers and slots allow. The program has to be running then.</source>
        <translation>
            <numerusform>%n VM begin at this time at the earliest, as workers and slots allow. The program has to be running then.</numerusform>
            <numerusform>%n VMs begin at this time at the earliest, as workers and slots allow. The program has to be running then.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Queue</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>undock::gui::StepTreeModel</name>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
</context>
<context>
    <name>undock::gui::VmWords</name>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
</context>
<context>
    <name>undock::gui::WayBack</name>
    <message>
        <source>Roll back to Docker&apos;s version</source>
        <translation>Roll back to Docker&apos;s version</translation>
    </message>
    <message>
        <source>Stops the direct services, saves and counts what users wrote since the cutover, starts Docker&apos;s version and proves that it answers. The bot is away for about half a minute.</source>
        <translation>Stops the direct services, saves and counts what users wrote since the cutover, starts Docker&apos;s version and proves that it answers. The bot is away for about half a minute.</translation>
    </message>
    <message>
        <source>Starts Docker&apos;s containers again and proves that they answer. Nothing in the source was changed.</source>
        <translation>Starts Docker&apos;s containers again and proves that they answer. Nothing in the source was changed.</translation>
    </message>
    <message>
        <source>Docker&apos;s containers are deleted. They can be made again only while the images are there.</source>
        <translation>Docker&apos;s containers are deleted. They can be made again only while the images are there.</translation>
    </message>
    <message>
        <source>Docker&apos;s version still runs: there is nothing to take back.</source>
        <translation>Docker&apos;s version still runs: there is nothing to take back.</translation>
    </message>
    <message>
        <source>Carry users&apos; new data back</source>
        <translation>Carry users&apos; new data back</translation>
    </message>
    <message>
        <source>After a rollback: brings what was written since the cutover into Docker&apos;s version. The source as it is now is saved beside it first.</source>
        <translation>After a rollback: brings what was written since the cutover into Docker&apos;s version. The source as it is now is saved beside it first.</translation>
    </message>
    <message>
        <source>Nothing was written since the cutover.</source>
        <translation>Nothing was written since the cutover.</translation>
    </message>
    <message>
        <source>Only after a rollback.</source>
        <translation>Only after a rollback.</translation>
    </message>
    <message>
        <source>Restore the source from the backup</source>
        <translation>Restore the source from the backup</translation>
    </message>
    <message>
        <source>Only when the source is damaged. The present folders are moved aside, then the archives and the supplement are unpacked in their place.</source>
        <translation>Only when the source is damaged. The present folders are moved aside, then the archives and the supplement are unpacked in their place.</translation>
    </message>
    <message>
        <source>Roll back first.</source>
        <translation>Roll back first.</translation>
    </message>
    <message>
        <source>Put back an earlier openclaw.json</source>
        <translation>Put back an earlier openclaw.json</translation>
    </message>
    <message>
        <source>Stays with the direct version; only its configuration returns to a dated copy, and the gateway is started again.</source>
        <translation>Stays with the direct version; only its configuration returns to a dated copy, and the gateway is started again.</translation>
    </message>
    <message>
        <source>The run is working now.</source>
        <translation>The run is working now.</translation>
    </message>
    <message>
        <source>Undo the update of the ledger</source>
        <translation>Undo the update of the ledger</translation>
    </message>
    <message>
        <source>Takes this update of %1 back:
%2
Only this VM&apos;s row is touched; it is refused when somebody changed the row since.</source>
        <translation>Takes this update of %1 back:
%2
Only this VM&apos;s row is touched; it is refused when somebody changed the row since.</translation>
    </message>
    <message>
        <source>This run changed nothing in the ledger.</source>
        <translation>This run changed nothing in the ledger.</translation>
    </message>
    <message>
        <source>Nothing of it stands any more.</source>
        <translation>Nothing of it stands any more.</translation>
    </message>
</context>
<context>
    <name>undock::gui::WebhookBox</name>
    <message>
        <source>The test message was delivered.</source>
        <translation>The test message was delivered.</translation>
    </message>
    <message>
        <source>The service refused it. Compare the address and the service.</source>
        <translation>The service refused it. Compare the address and the service.</translation>
    </message>
    <message>
        <source>The address leads to another one. Give the service&apos;s own.</source>
        <translation>The address leads to another one. Give the service&apos;s own.</translation>
    </message>
    <message>
        <source>The service did not answer. Look at this desk&apos;s network and the address.</source>
        <translation>The service did not answer. Look at this desk&apos;s network and the address.</translation>
    </message>
    <message>
        <source>The test message was not delivered.</source>
        <translation>The test message was not delivered.</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>kept in the keychain</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Messages to a se&amp;rvice:</source>
        <translation>Messages to a se&amp;rvice:</translation>
    </message>
    <message>
        <source>Its &amp;address:</source>
        <translation>Its &amp;address:</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge</source>
        <translation>Send a test messa&amp;ge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>DingTalk</source>
        <translation>DingTalk</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>WeCom</translation>
    </message>
    <message>
        <source>another (JSON)</source>
        <translation>another (JSON)</translation>
    </message>
</context>
<context>
    <name>undock::gui::WizardPage</name>
    <message>
        <source>Asked for, and not begun yet</source>
        <translation>Asked for, and not begun yet</translation>
    </message>
</context>
<context>
    <name>undock::gui::Words</name>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Stop Docker</source>
        <translation>Stop Docker</translation>
    </message>
    <message>
        <source>Install OpenClaw</source>
        <translation>Install OpenClaw</translation>
    </message>
    <message>
        <source>Move the data</source>
        <translation>Move the data</translation>
    </message>
    <message>
        <source>Deploy the panel</source>
        <translation>Deploy the panel</translation>
    </message>
    <message>
        <source>Start the services</source>
        <translation>Start the services</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>Delete Docker</source>
        <translation>Delete Docker</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>scanned, nothing changed</source>
        <translation>scanned, nothing changed</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>a step failed: retry or roll back</source>
        <translation>a step failed: retry or roll back</translation>
    </message>
    <message>
        <source>acceptance failed: check again or roll back</source>
        <translation>acceptance failed: check again or roll back</translation>
    </message>
    <message>
        <source>awaits the user&apos;s acceptance</source>
        <translation>awaits the user&apos;s acceptance</translation>
    </message>
    <message>
        <source>accepted: Docker may be deleted</source>
        <translation>accepted: Docker may be deleted</translation>
    </message>
    <message>
        <source>deleting Docker</source>
        <translation>deleting Docker</translation>
    </message>
    <message>
        <source>done, Docker deleted</source>
        <translation>done, Docker deleted</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>rolling back</translation>
    </message>
    <message>
        <source>rolled back, Docker&apos;s version answers</source>
        <translation>rolled back, Docker&apos;s version answers</translation>
    </message>
    <message>
        <source>rollback failed: needs attention now</source>
        <translation>rollback failed: needs attention now</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>reads only</translation>
    </message>
    <message>
        <source>adds, changes nothing in use</source>
        <translation>adds, changes nothing in use</translation>
    </message>
    <message>
        <source>switches what is in use</source>
        <translation>switches what is in use</translation>
    </message>
    <message>
        <source>deletes</source>
        <translation>deletes</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>blocks</translation>
    </message>
    <message>
        <source>migrated</source>
        <translation>migrated</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>rolled back</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 of %2 files</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s, at most %2 s</source>
        <translation>%1 s, at most %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>reads</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>adds</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>switches</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>Housekeeping</translation>
    </message>
</context>
</TS>

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
    <name>Checks</name>
    <message>
        <source>Gateway service stays up</source>
        <translation>Gateway service stays up</translation>
    </message>
    <message>
        <source>Panel service stays up</source>
        <translation>Panel service stays up</translation>
    </message>
    <message>
        <source>Panel listens on 28080</source>
        <translation>Panel listens on 28080</translation>
    </message>
    <message>
        <source>Gateway listens on 28789</source>
        <translation>Gateway listens on 28789</translation>
    </message>
    <message>
        <source>Panel answers directly</source>
        <translation>Panel answers directly</translation>
    </message>
    <message>
        <source>Gateway answers directly</source>
        <translation>Gateway answers directly</translation>
    </message>
    <message>
        <source>Panel API: health</source>
        <translation>Panel API: health</translation>
    </message>
    <message>
        <source>Panel API: settings</source>
        <translation>Panel API: settings</translation>
    </message>
    <message>
        <source>Panel API: dashboard</source>
        <translation>Panel API: dashboard</translation>
    </message>
    <message>
        <source>Panel sees the gateway&apos;s service</source>
        <translation>Panel sees the gateway&apos;s service</translation>
    </message>
    <message>
        <source>Update API: bot&apos;s version</source>
        <translation>Update API: bot&apos;s version</translation>
    </message>
    <message>
        <source>Update API: panel&apos;s version</source>
        <translation>Update API: panel&apos;s version</translation>
    </message>
    <message>
        <source>Saving the configuration changes nothing</source>
        <translation>Saving the configuration changes nothing</translation>
    </message>
    <message>
        <source>Exactly one gateway runs</source>
        <translation>Exactly one gateway runs</translation>
    </message>
    <message>
        <source>No user&apos;s unit of OpenClaw is active</source>
        <translation>No user&apos;s unit of OpenClaw is active</translation>
    </message>
    <message>
        <source>Gateway token unchanged</source>
        <translation>Gateway token unchanged</translation>
    </message>
    <message>
        <source>The gateway accepts the token</source>
        <translation>The gateway accepts the token</translation>
    </message>
    <message>
        <source>Gateway mode</source>
        <translation>Gateway mode</translation>
    </message>
    <message>
        <source>Session files, source and target</source>
        <translation>Session files, source and target</translation>
    </message>
    <message>
        <source>Workspace files, source and target</source>
        <translation>Workspace files, source and target</translation>
    </message>
    <message>
        <source>User data counts, source and target</source>
        <translation>User data counts, source and target</translation>
    </message>
    <message>
        <source>Data equal to the source before the first start</source>
        <translation>Data equal to the source before the first start</translation>
    </message>
    <message>
        <source>Source untouched</source>
        <translation>Source untouched</translation>
    </message>
    <message>
        <source>Old chat history can be read</source>
        <translation>Old chat history can be read</translation>
    </message>
    <message>
        <source>SSH configuration unchanged</source>
        <translation>SSH configuration unchanged</translation>
    </message>
    <message>
        <source>The node&apos;s port mappings unchanged</source>
        <translation>The node&apos;s port mappings unchanged</translation>
    </message>
    <message>
        <source>Services start at boot</source>
        <translation>Services start at boot</translation>
    </message>
    <message>
        <source>Containers stopped, policy no</source>
        <translation>Containers stopped, policy no</translation>
    </message>
    <message>
        <source>Disk space left</source>
        <translation>Disk space left</translation>
    </message>
    <message>
        <source>Panel from outside, from this desk</source>
        <translation>Panel from outside, from this desk</translation>
    </message>
    <message>
        <source>Gateway from outside, from this desk</source>
        <translation>Gateway from outside, from this desk</translation>
    </message>
    <message>
        <source>Direct services answer</source>
        <translation>Direct services answer</translation>
    </message>
    <message>
        <source>Containers are gone</source>
        <translation>Containers are gone</translation>
    </message>
    <message>
        <source>/data is untouched</source>
        <translation>/data is untouched</translation>
    </message>
    <message>
        <source>Gateway&apos;s container runs</source>
        <translation>Gateway&apos;s container runs</translation>
    </message>
    <message>
        <source>Panel&apos;s container runs</source>
        <translation>Panel&apos;s container runs</translation>
    </message>
    <message>
        <source>Docker&apos;s panel answers</source>
        <translation>Docker&apos;s panel answers</translation>
    </message>
    <message>
        <source>Docker&apos;s gateway answers</source>
        <translation>Docker&apos;s gateway answers</translation>
    </message>
    <message>
        <source>Every check was made</source>
        <translation>Every check was made</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>Answer of the model</translation>
    </message>
    <message>
        <source>Panel through the front, without login</source>
        <translation>Panel through the front, without login</translation>
    </message>
    <message>
        <source>Gateway through the front, without login</source>
        <translation>Gateway through the front, without login</translation>
    </message>
    <message>
        <source>Panel through the front, with login</source>
        <translation>Panel through the front, with login</translation>
    </message>
    <message>
        <source>Gateway through the front, with login</source>
        <translation>Gateway through the front, with login</translation>
    </message>
    <message>
        <source>WebSocket through the front</source>
        <translation>WebSocket through the front</translation>
    </message>
    <message>
        <source>WebSocket directly</source>
        <translation>WebSocket directly</translation>
    </message>
    <message>
        <source>Gateway&apos;s /healthz</source>
        <translation>Gateway&apos;s /healthz</translation>
    </message>
    <message>
        <source>Gateway&apos;s /readyz</source>
        <translation>Gateway&apos;s /readyz</translation>
    </message>
    <message>
        <source>Gateway&apos;s page at its own path, directly</source>
        <translation>Gateway&apos;s page at its own path, directly</translation>
    </message>
    <message>
        <source>Gateway&apos;s page at its own path, through the front</source>
        <translation>Gateway&apos;s page at its own path, through the front</translation>
    </message>
    <message>
        <source>The panel&apos;s list of sessions</source>
        <translation>The panel&apos;s list of sessions</translation>
    </message>
    <message>
        <source>Front&apos;s configuration (nginx) unchanged</source>
        <translation>Front&apos;s configuration (nginx) unchanged</translation>
    </message>
    <message>
        <source>Firewall and NAT unchanged</source>
        <translation>Firewall and NAT unchanged</translation>
    </message>
    <message>
        <source>Cron unchanged</source>
        <translation>Cron unchanged</translation>
    </message>
    <message>
        <source>Who listens on 18080</source>
        <translation>Who listens on 18080</translation>
    </message>
    <message>
        <source>Who listens on 18789</source>
        <translation>Who listens on 18789</translation>
    </message>
    <message>
        <source>Direct gateway service is off</source>
        <translation>Direct gateway service is off</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>Question to the model</translation>
    </message>
    <message>
        <source>Server of the model</source>
        <translation>Server of the model</translation>
    </message>
    <message>
        <source>Direct panel service is off</source>
        <translation>Direct panel service is off</translation>
    </message>
    <message>
        <source>What must not change</source>
        <translation>What must not change</translation>
    </message>
    <message>
        <source>Answers on the direct ports</source>
        <translation>Answers on the direct ports</translation>
    </message>
    <message>
        <source>Answers of the front, without login</source>
        <translation>Answers of the front, without login</translation>
    </message>
    <message>
        <source>Answers of the front, with login</source>
        <translation>Answers of the front, with login</translation>
    </message>
    <message>
        <source>Health pages</source>
        <translation>Health pages</translation>
    </message>
    <message>
        <source>Who listens on the ports</source>
        <translation>Who listens on the ports</translation>
    </message>
    <message>
        <source>Panel&apos;s interface</source>
        <translation>Panel&apos;s interface</translation>
    </message>
    <message>
        <source>Services stay up</source>
        <translation>Services stay up</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>The evidence bundle could not be written.</source>
        <translation>The evidence bundle could not be written.</translation>
    </message>
    <message>
        <source>This is no evidence bundle, or it is damaged.</source>
        <translation>This is no evidence bundle, or it is damaged.</translation>
    </message>
    <message>
        <source>The bundle does not prove what it holds: something was changed, dropped or added.</source>
        <translation>The bundle does not prove what it holds: something was changed, dropped or added.</translation>
    </message>
    <message>
        <source>A file of the bundle is not what its index says: it was changed.</source>
        <translation>A file of the bundle is not what its index says: it was changed.</translation>
    </message>
    <message>
        <source>A file that the bundle&apos;s index names is missing.</source>
        <translation>A file that the bundle&apos;s index names is missing.</translation>
    </message>
    <message>
        <source>The bundle has a file that its index does not name: it was added.</source>
        <translation>The bundle has a file that its index does not name: it was added.</translation>
    </message>
    <message>
        <source>Lines of the bundle&apos;s journal were changed, dropped or cut off.</source>
        <translation>Lines of the bundle&apos;s journal were changed, dropped or cut off.</translation>
    </message>
    <message>
        <source>This bundle is of an older form: a signature would not cover its record.</source>
        <translation>This bundle is of an older form: a signature would not cover its record.</translation>
    </message>
    <message>
        <source>There is no ssh-keygen on this desk, which makes and checks signatures.</source>
        <translation>There is no ssh-keygen on this desk, which makes and checks signatures.</translation>
    </message>
    <message>
        <source>ssh-keygen gave no answer in time.</source>
        <translation>ssh-keygen gave no answer in time.</translation>
    </message>
    <message>
        <source>The bundle was not signed.</source>
        <translation>The bundle was not signed.</translation>
    </message>
    <message>
        <source>The key&apos;s passphrase was not given; nothing was signed.</source>
        <translation>The key&apos;s passphrase was not given; nothing was signed.</translation>
    </message>
    <message>
        <source>The signature could not be looked at: nothing is known of it.</source>
        <translation>The signature could not be looked at: nothing is known of it.</translation>
    </message>
    <message>
        <source>An earlier signature is not of this bundle&apos;s index.</source>
        <translation>An earlier signature is not of this bundle&apos;s index.</translation>
    </message>
    <message>
        <source>The bundle has a signature of this key already.</source>
        <translation>The bundle has a signature of this key already.</translation>
    </message>
    <message>
        <source>The bundle has as many signatures as it can hold.</source>
        <translation>The bundle has as many signatures as it can hold.</translation>
    </message>
    <message>
        <source>The index of the records folder could not be written.</source>
        <translation>The index of the records folder could not be written.</translation>
    </message>
    <message>
        <source>The journal was changed or is damaged.</source>
        <translation>The journal was changed or is damaged.</translation>
    </message>
    <message>
        <source>These are no settings of this program.</source>
        <translation>These are no settings of this program.</translation>
    </message>
    <message>
        <source>There is no VM with this number on the node.</source>
        <translation>There is no VM with this number on the node.</translation>
    </message>
    <message>
        <source>The VM is not running.</source>
        <translation>The VM is not running.</translation>
    </message>
    <message>
        <source>The VM&apos;s configuration cannot be read.</source>
        <translation>The VM&apos;s configuration cannot be read.</translation>
    </message>
    <message>
        <source>The VM is locked on the node (backup or another operation).</source>
        <translation>The VM is locked on the node (backup or another operation).</translation>
    </message>
    <message>
        <source>The given address is not the VM&apos;s.</source>
        <translation>The given address is not the VM&apos;s.</translation>
    </message>
    <message>
        <source>The node does not know the VM&apos;s address.</source>
        <translation>The node does not know the VM&apos;s address.</translation>
    </message>
    <message>
        <source>The node&apos;s port mappings cannot be read.</source>
        <translation>The node&apos;s port mappings cannot be read.</translation>
    </message>
    <message>
        <source>Port mappings for this VM are missing on the node.</source>
        <translation>Port mappings for this VM are missing on the node.</translation>
    </message>
    <message>
        <source>A port mapping stands twice.</source>
        <translation>A port mapping stands twice.</translation>
    </message>
    <message>
        <source>Two port mappings contradict each other.</source>
        <translation>Two port mappings contradict each other.</translation>
    </message>
    <message>
        <source>The node&apos;s port mappings for this VM are complete.</source>
        <translation>The node&apos;s port mappings for this VM are complete.</translation>
    </message>
    <message>
        <source>The ledger and the node&apos;s NAT rules disagree.</source>
        <translation>The ledger and the node&apos;s NAT rules disagree.</translation>
    </message>
    <message>
        <source>The VM has no guest agent configured.</source>
        <translation>The VM has no guest agent configured.</translation>
    </message>
    <message>
        <source>There is room enough on the disk.</source>
        <translation>There is room enough on the disk.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for backup, copy and installation.</source>
        <translation>There is not enough room on the disk for backup, copy and installation.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>There is not enough room on the disk.</translation>
    </message>
    <message>
        <source>Too few inodes are free.</source>
        <translation>Too few inodes are free.</translation>
    </message>
    <message>
        <source>Little memory is available; the installation may be killed.</source>
        <translation>Little memory is available; the installation may be killed.</translation>
    </message>
    <message>
        <source>This machine type was not tried.</source>
        <translation>This machine type was not tried.</translation>
    </message>
    <message>
        <source>This system is not a Debian that was tried.</source>
        <translation>This system is not a Debian that was tried.</translation>
    </message>
    <message>
        <source>The VM&apos;s clock is wrong.</source>
        <translation>The VM&apos;s clock is wrong.</translation>
    </message>
    <message>
        <source>openclaw.json includes other files; only openclaw.json itself is adapted.</source>
        <translation>openclaw.json includes other files; only openclaw.json itself is adapted.</translation>
    </message>
    <message>
        <source>openclaw.json is JSON5; it becomes plain JSON, comments are not kept.</source>
        <translation>openclaw.json is JSON5; it becomes plain JSON, comments are not kept.</translation>
    </message>
    <message>
        <source>openclaw.json is missing or empty.</source>
        <translation>openclaw.json is missing or empty.</translation>
    </message>
    <message>
        <source>openclaw.json cannot be read.</source>
        <translation>openclaw.json cannot be read.</translation>
    </message>
    <message>
        <source>The panel has no configuration; it starts with the procedure&apos;s settings.</source>
        <translation>The panel has no configuration; it starts with the procedure&apos;s settings.</translation>
    </message>
    <message>
        <source>The panel&apos;s configuration cannot be read.</source>
        <translation>The panel&apos;s configuration cannot be read.</translation>
    </message>
    <message>
        <source>The project has one container more; it is stopped with the others.</source>
        <translation>The project has one container more; it is stopped with the others.</translation>
    </message>
    <message>
        <source>A container does not run.</source>
        <translation>A container does not run.</translation>
    </message>
    <message>
        <source>A container is missing; nothing to migrate from, or it was migrated before.</source>
        <translation>A container is missing; nothing to migrate from, or it was migrated before.</translation>
    </message>
    <message>
        <source>The container&apos;s OpenClaw version is known.</source>
        <translation>The container&apos;s OpenClaw version is known.</translation>
    </message>
    <message>
        <source>The container&apos;s OpenClaw version could not be told.</source>
        <translation>The container&apos;s OpenClaw version could not be told.</translation>
    </message>
    <message>
        <source>A container&apos;s own layer has changes that the direct install will not have; they are saved.</source>
        <translation>A container&apos;s own layer has changes that the direct install will not have; they are saved.</translation>
    </message>
    <message>
        <source>There is no Docker in the VM.</source>
        <translation>There is no Docker in the VM.</translation>
    </message>
    <message>
        <source>Docker&apos;s daemon does not answer.</source>
        <translation>Docker&apos;s daemon does not answer.</translation>
    </message>
    <message>
        <source>docker compose does not work in the VM; Docker&apos;s version could not be started again.</source>
        <translation>docker compose does not work in the VM; Docker&apos;s version could not be started again.</translation>
    </message>
    <message>
        <source>There is no compose file in /opt/openclaw.</source>
        <translation>There is no compose file in /opt/openclaw.</translation>
    </message>
    <message>
        <source>A leftover openclaw is there that does not run; it is replaced.</source>
        <translation>A leftover openclaw is there that does not run; it is replaced.</translation>
    </message>
    <message>
        <source>OpenClaw is installed in the VM already.</source>
        <translation>OpenClaw is installed in the VM already.</translation>
    </message>
    <message>
        <source>A node is there that does not run; it is replaced.</source>
        <translation>A node is there that does not run; it is replaced.</translation>
    </message>
    <message>
        <source>The web login file is missing; checks with the login cannot be made.</source>
        <translation>The web login file is missing; checks with the login cannot be made.</translation>
    </message>
    <message>
        <source>nginx finds its own configuration wrong.</source>
        <translation>nginx finds its own configuration wrong.</translation>
    </message>
    <message>
        <source>There is no nginx in the VM.</source>
        <translation>There is no nginx in the VM.</translation>
    </message>
    <message>
        <source>The panel&apos;s source limits requests for now.</source>
        <translation>The panel&apos;s source limits requests for now.</translation>
    </message>
    <message>
        <source>The panel&apos;s release can be had.</source>
        <translation>The panel&apos;s release can be had.</translation>
    </message>
    <message>
        <source>There is no such release of the panel.</source>
        <translation>There is no such release of the panel.</translation>
    </message>
    <message>
        <source>The panel&apos;s release cannot be fetched.</source>
        <translation>The panel&apos;s release cannot be fetched.</translation>
    </message>
    <message>
        <source>The installer cannot be fetched.</source>
        <translation>The installer cannot be fetched.</translation>
    </message>
    <message>
        <source>The package registry does not answer.</source>
        <translation>The package registry does not answer.</translation>
    </message>
    <message>
        <source>The package registry&apos;s answer cannot be read.</source>
        <translation>The package registry&apos;s answer cannot be read.</translation>
    </message>
    <message>
        <source>A container has the restart policy &quot;always&quot;; it is noted and set to no.</source>
        <translation>A container has the restart policy &quot;always&quot;; it is noted and set to no.</translation>
    </message>
    <message>
        <source>A container does not publish the expected port.</source>
        <translation>A container does not publish the expected port.</translation>
    </message>
    <message>
        <source>A container&apos;s data is mounted from elsewhere.</source>
        <translation>A container&apos;s data is mounted from elsewhere.</translation>
    </message>
    <message>
        <source>A folder inside the gateway&apos;s state directory is mounted from elsewhere; it would not be moved.</source>
        <translation>A folder inside the gateway&apos;s state directory is mounted from elsewhere; it would not be moved.</translation>
    </message>
    <message>
        <source>A folder is not there; the backup does without it and says so.</source>
        <translation>A folder is not there; the backup does without it and says so.</translation>
    </message>
    <message>
        <source>A source folder is a symbolic link.</source>
        <translation>A source folder is a symbolic link.</translation>
    </message>
    <message>
        <source>There is no /data/openclaw; nothing to migrate.</source>
        <translation>There is no /data/openclaw; nothing to migrate.</translation>
    </message>
    <message>
        <source>/root/.openclaw is there already; it is moved aside and kept.</source>
        <translation>/root/.openclaw is there already; it is moved aside and kept.</translation>
    </message>
    <message>
        <source>The configuration and the container name different gateway tokens.</source>
        <translation>The configuration and the container name different gateway tokens.</translation>
    </message>
    <message>
        <source>There is no gateway token; the gateway makes one of its own.</source>
        <translation>There is no gateway token; the gateway makes one of its own.</translation>
    </message>
    <message>
        <source>A user&apos;s unit of OpenClaw is there; if it starts, two gateways run.</source>
        <translation>A user&apos;s unit of OpenClaw is there; if it starts, two gateways run.</translation>
    </message>
    <message>
        <source>The chosen OpenClaw is newer than the container&apos;s; its first start changes data.</source>
        <translation>The chosen OpenClaw is newer than the container&apos;s; its first start changes data.</translation>
    </message>
    <message>
        <source>This OpenClaw version is not in the package registry.</source>
        <translation>This OpenClaw version is not in the package registry.</translation>
    </message>
    <message>
        <source>The version to keep could not be told.</source>
        <translation>The version to keep could not be told.</translation>
    </message>
    <message>
        <source>A workspace lies outside the state folder; it is not moved.</source>
        <translation>A workspace lies outside the state folder; it is not moved.</translation>
    </message>
    <message>
        <source>Files of the user still name the old paths.</source>
        <translation>Files of the user still name the old paths.</translation>
    </message>
    <message>
        <source>This VM is migrated already.</source>
        <translation>This VM is migrated already.</translation>
    </message>
    <message>
        <source>Docker&apos;s version and a direct install are both there.</source>
        <translation>Docker&apos;s version and a direct install are both there.</translation>
    </message>
    <message>
        <source>Another gateway runs in this VM.</source>
        <translation>Another gateway runs in this VM.</translation>
    </message>
    <message>
        <source>Commands are missing in the VM.</source>
        <translation>Commands are missing in the VM.</translation>
    </message>
    <message>
        <source>The VM&apos;s python3 lacks parts of its standard library.</source>
        <translation>The VM&apos;s python3 lacks parts of its standard library.</translation>
    </message>
    <message>
        <source>The backup&apos;s checksums do not fit.</source>
        <translation>The backup&apos;s checksums do not fit.</translation>
    </message>
    <message>
        <source>The backup folder is not there any more.</source>
        <translation>The backup folder is not there any more.</translation>
    </message>
    <message>
        <source>The backup folder is there already and is not this run&apos;s.</source>
        <translation>The backup folder is there already and is not this run&apos;s.</translation>
    </message>
    <message>
        <source>The backup was never finished.</source>
        <translation>The backup was never finished.</translation>
    </message>
    <message>
        <source>The data could not be archived.</source>
        <translation>The data could not be archived.</translation>
    </message>
    <message>
        <source>That is not the name of a backup of openclaw.json.</source>
        <translation>That is not the name of a backup of openclaw.json.</translation>
    </message>
    <message>
        <source>A prepared configuration is not valid JSON.</source>
        <translation>A prepared configuration is not valid JSON.</translation>
    </message>
    <message>
        <source>The configuration changed since it was read.</source>
        <translation>The configuration changed since it was read.</translation>
    </message>
    <message>
        <source>The panel&apos;s configuration changed since it was read.</source>
        <translation>The panel&apos;s configuration changed since it was read.</translation>
    </message>
    <message>
        <source>The gateway&apos;s container was made anew since it was read.</source>
        <translation>The gateway&apos;s container was made anew since it was read.</translation>
    </message>
    <message>
        <source>Another desk has this VM now, or its card was removed.</source>
        <translation>Another desk has this VM now, or its card was removed.</translation>
    </message>
    <message>
        <source>Containers are still there.</source>
        <translation>Containers are still there.</translation>
    </message>
    <message>
        <source>Docker&apos;s version ran again after its data was copied; going on takes the data anew.</source>
        <translation>Docker&apos;s version ran again after its data was copied; going on takes the data anew.</translation>
    </message>
    <message>
        <source>Containers run that should be stopped.</source>
        <translation>Containers run that should be stopped.</translation>
    </message>
    <message>
        <source>The containers are still there.</source>
        <translation>The containers are still there.</translation>
    </message>
    <message>
        <source>The copy is not equal to the source.</source>
        <translation>The copy is not equal to the source.</translation>
    </message>
    <message>
        <source>The cutover mark belongs to another run.</source>
        <translation>The cutover mark belongs to another run.</translation>
    </message>
    <message>
        <source>What users wrote since the cutover is not saved yet.</source>
        <translation>What users wrote since the cutover is not saved yet.</translation>
    </message>
    <message>
        <source>The direct services do not answer steadily.</source>
        <translation>The direct services do not answer steadily.</translation>
    </message>
    <message>
        <source>docker compose down failed.</source>
        <translation>docker compose down failed.</translation>
    </message>
    <message>
        <source>Another installation runs in the VM.</source>
        <translation>Another installation runs in the VM.</translation>
    </message>
    <message>
        <source>The installer failed.</source>
        <translation>The installer failed.</translation>
    </message>
    <message>
        <source>The installer did not end in time and was ended.</source>
        <translation>The installer did not end in time and was ended.</translation>
    </message>
    <message>
        <source>What was fetched is no script; nothing was installed.</source>
        <translation>What was fetched is no script; nothing was installed.</translation>
    </message>
    <message>
        <source>The containers&apos; logs and layers are not saved yet.</source>
        <translation>The containers&apos; logs and layers are not saved yet.</translation>
    </message>
    <message>
        <source>There are no containers to stop.</source>
        <translation>There are no containers to stop.</translation>
    </message>
    <message>
        <source>There is no room for the copy.</source>
        <translation>There is no room for the copy.</translation>
    </message>
    <message>
        <source>That backup of openclaw.json is not there.</source>
        <translation>That backup of openclaw.json is not there.</translation>
    </message>
    <message>
        <source>There is no node that runs after the installation.</source>
        <translation>There is no node that runs after the installation.</translation>
    </message>
    <message>
        <source>The installed node is too old for this OpenClaw.</source>
        <translation>The installed node is too old for this OpenClaw.</translation>
    </message>
    <message>
        <source>There is no openclaw that runs after the installation.</source>
        <translation>There is no openclaw that runs after the installation.</translation>
    </message>
    <message>
        <source>The installer brought another version than the one asked for.</source>
        <translation>The installer brought another version than the one asked for.</translation>
    </message>
    <message>
        <source>This VM does not run directly.</source>
        <translation>This VM does not run directly.</translation>
    </message>
    <message>
        <source>A direct service is still started at boot.</source>
        <translation>A direct service is still started at boot.</translation>
    </message>
    <message>
        <source>The data in place is not what this run placed.</source>
        <translation>The data in place is not what this run placed.</translation>
    </message>
    <message>
        <source>The copy is not proven equal to the source.</source>
        <translation>The copy is not proven equal to the source.</translation>
    </message>
    <message>
        <source>A direct service does not stop.</source>
        <translation>A direct service does not stop.</translation>
    </message>
    <message>
        <source>The direct services do not get up.</source>
        <translation>The direct services do not get up.</translation>
    </message>
    <message>
        <source>The panel&apos;s program does not parse.</source>
        <translation>The panel&apos;s program does not parse.</translation>
    </message>
    <message>
        <source>The panel&apos;s dependencies could not be installed.</source>
        <translation>The panel&apos;s dependencies could not be installed.</translation>
    </message>
    <message>
        <source>The panel&apos;s folder is a symbolic link.</source>
        <translation>The panel&apos;s folder is a symbolic link.</translation>
    </message>
    <message>
        <source>The direct panel runs already.</source>
        <translation>The direct panel runs already.</translation>
    </message>
    <message>
        <source>A restart policy could not be set.</source>
        <translation>A restart policy could not be set.</translation>
    </message>
    <message>
        <source>A port is still taken after the stop.</source>
        <translation>A port is still taken after the stop.</translation>
    </message>
    <message>
        <source>A port is taken.</source>
        <translation>A port is taken.</translation>
    </message>
    <message>
        <source>An archive could not be unpacked; nothing was changed.</source>
        <translation>An archive could not be unpacked; nothing was changed.</translation>
    </message>
    <message>
        <source>What was unpacked differs from the manifest.</source>
        <translation>What was unpacked differs from the manifest.</translation>
    </message>
    <message>
        <source>What users wrote since the cutover could not be saved completely.</source>
        <translation>What users wrote since the cutover could not be saved completely.</translation>
    </message>
    <message>
        <source>What users wrote since the cutover could not be saved.</source>
        <translation>What users wrote since the cutover could not be saved.</translation>
    </message>
    <message>
        <source>The rollback&apos;s snapshot is not there any more.</source>
        <translation>The rollback&apos;s snapshot is not there any more.</translation>
    </message>
    <message>
        <source>The old data is not what it was when the containers were stopped.</source>
        <translation>The old data is not what it was when the containers were stopped.</translation>
    </message>
    <message>
        <source>The source changes although the containers are stopped.</source>
        <translation>The source changes although the containers are stopped.</translation>
    </message>
    <message>
        <source>The source is being written although the containers are stopped.</source>
        <translation>The source is being written although the containers are stopped.</translation>
    </message>
    <message>
        <source>The source cannot be read.</source>
        <translation>The source cannot be read.</translation>
    </message>
    <message>
        <source>The staged copy is not there.</source>
        <translation>The staged copy is not there.</translation>
    </message>
    <message>
        <source>Containers did not stop; nothing was removed.</source>
        <translation>Containers did not stop; nothing was removed.</translation>
    </message>
    <message>
        <source>/root/.openclaw is not there any more.</source>
        <translation>/root/.openclaw is not there any more.</translation>
    </message>
    <message>
        <source>/root/.openclaw is not the directory that this run placed.</source>
        <translation>/root/.openclaw is not the directory that this run placed.</translation>
    </message>
    <message>
        <source>systemd cannot load a unit.</source>
        <translation>systemd cannot load a unit.</translation>
    </message>
    <message>
        <source>A service of this name runs that was not made by this program.</source>
        <translation>A service of this name runs that was not made by this program.</translation>
    </message>
    <message>
        <source>A unit was not written by this program.</source>
        <translation>A unit was not written by this program.</translation>
    </message>
    <message>
        <source>A running unit was not written by this program; it is not touched.</source>
        <translation>A running unit was not written by this program; it is not touched.</translation>
    </message>
    <message>
        <source>A step was not given its value: an error of the program.</source>
        <translation>A step was not given its value: an error of the program.</translation>
    </message>
    <message>
        <source>An earlier step left no result.</source>
        <translation>An earlier step left no result.</translation>
    </message>
    <message>
        <source>Critical checks failed.</source>
        <translation>Critical checks failed.</translation>
    </message>
    <message>
        <source>Critical checks could not be made.</source>
        <translation>Critical checks could not be made.</translation>
    </message>
    <message>
        <source>Docker&apos;s version does not answer as it should.</source>
        <translation>Docker&apos;s version does not answer as it should.</translation>
    </message>
    <message>
        <source>A service would not get the variables that the container had.</source>
        <translation>A service would not get the variables that the container had.</translation>
    </message>
    <message>
        <source>The new environment file could not be tried.</source>
        <translation>The new environment file could not be tried.</translation>
    </message>
    <message>
        <source>What is in a container&apos;s layer could not be saved; nothing was deleted.</source>
        <translation>What is in a container&apos;s layer could not be saved; nothing was deleted.</translation>
    </message>
    <message>
        <source>docker diff failed; nothing was deleted.</source>
        <translation>docker diff failed; nothing was deleted.</translation>
    </message>
    <message>
        <source>The manifest does not cover the source.</source>
        <translation>The manifest does not cover the source.</translation>
    </message>
    <message>
        <source>The target is no staging directory.</source>
        <translation>The target is no staging directory.</translation>
    </message>
    <message>
        <source>The panel&apos;s tarball cannot be unpacked.</source>
        <translation>The panel&apos;s tarball cannot be unpacked.</translation>
    </message>
    <message>
        <source>The panel&apos;s tarball is not what a release looks like.</source>
        <translation>The panel&apos;s tarball is not what a release looks like.</translation>
    </message>
    <message>
        <source>The supplement cannot be read back.</source>
        <translation>The supplement cannot be read back.</translation>
    </message>
    <message>
        <source>The supplement could not be written.</source>
        <translation>The supplement could not be written.</translation>
    </message>
    <message>
        <source>The gateway&apos;s token would change.</source>
        <translation>The gateway&apos;s token would change.</translation>
    </message>
    <message>
        <source>The step ended before it was done.</source>
        <translation>The step ended before it was done.</translation>
    </message>
    <message>
        <source>The step took longer than its limit and was ended.</source>
        <translation>The step took longer than its limit and was ended.</translation>
    </message>
    <message>
        <source>Files were written by both versions; Docker&apos;s stand in place.</source>
        <translation>Files were written by both versions; Docker&apos;s stand in place.</translation>
    </message>
    <message>
        <source>A variable still names a place inside the container.</source>
        <translation>A variable still names a place inside the container.</translation>
    </message>
    <message>
        <source>A variable could not be carried over.</source>
        <translation>A variable could not be carried over.</translation>
    </message>
    <message>
        <source>A file is not valid JSON and was left as it is.</source>
        <translation>A file is not valid JSON and was left as it is.</translation>
    </message>
    <message>
        <source>An image could not be removed.</source>
        <translation>An image could not be removed.</translation>
    </message>
    <message>
        <source>A container&apos;s log could not be saved completely.</source>
        <translation>A container&apos;s log could not be saved completely.</translation>
    </message>
    <message>
        <source>The installed version is not the registry&apos;s latest.</source>
        <translation>The installed version is not the registry&apos;s latest.</translation>
    </message>
    <message>
        <source>docker stop reported an error.</source>
        <translation>docker stop reported an error.</translation>
    </message>
    <message>
        <source>Someone else&apos;s settings change the unit.</source>
        <translation>Someone else&apos;s settings change the unit.</translation>
    </message>
    <message>
        <source>The node cannot be reached: no route, or it does not answer.</source>
        <translation>The node cannot be reached: no route, or it does not answer.</translation>
    </message>
    <message>
        <source>The node&apos;s name is not known to the name service.</source>
        <translation>The node&apos;s name is not known to the name service.</translation>
    </message>
    <message>
        <source>The node did not answer in time.</source>
        <translation>The node did not answer in time.</translation>
    </message>
    <message>
        <source>The connection to the node could not be made.</source>
        <translation>The connection to the node could not be made.</translation>
    </message>
    <message>
        <source>The node&apos;s SSH could not be agreed with.</source>
        <translation>The node&apos;s SSH could not be agreed with.</translation>
    </message>
    <message>
        <source>The jump host does not lead to the node.</source>
        <translation>The jump host does not lead to the node.</translation>
    </message>
    <message>
        <source>The node refuses connections on that port.</source>
        <translation>The node refuses connections on that port.</translation>
    </message>
    <message>
        <source>The node&apos;s host key is not the one that was trusted before. Everything stops here.</source>
        <translation>The node&apos;s host key is not the one that was trusted before. Everything stops here.</translation>
    </message>
    <message>
        <source>The node shows a host key of another kind than the trusted one. Everything stops here.</source>
        <translation>The node shows a host key of another kind than the trusted one. Everything stops here.</translation>
    </message>
    <message>
        <source>The node&apos;s host key was not trusted.</source>
        <translation>The node&apos;s host key was not trusted.</translation>
    </message>
    <message>
        <source>The node&apos;s host key could not be checked.</source>
        <translation>The node&apos;s host key could not be checked.</translation>
    </message>
    <message>
        <source>The file of trusted host keys cannot be written.</source>
        <translation>The file of trusted host keys cannot be written.</translation>
    </message>
    <message>
        <source>The node accepts none of the offered logins.</source>
        <translation>The node accepts none of the offered logins.</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>The key file cannot be read.</translation>
    </message>
    <message>
        <source>There is no connection to the node.</source>
        <translation>There is no connection to the node.</translation>
    </message>
    <message>
        <source>The node refused to run a command.</source>
        <translation>The node refused to run a command.</translation>
    </message>
    <message>
        <source>The connection to the node was lost.</source>
        <translation>The connection to the node was lost.</translation>
    </message>
    <message>
        <source>The node stopped answering.</source>
        <translation>The node stopped answering.</translation>
    </message>
    <message>
        <source>A command on the node did not end in time.</source>
        <translation>A command on the node did not end in time.</translation>
    </message>
    <message>
        <source>It was stopped on request.</source>
        <translation>It was stopped on request.</translation>
    </message>
    <message>
        <source>This host is not a Proxmox node: it has no qm.</source>
        <translation>This host is not a Proxmox node: it has no qm.</translation>
    </message>
    <message>
        <source>This user may not use sudo without a password on the node.</source>
        <translation>This user may not use sudo without a password on the node.</translation>
    </message>
    <message>
        <source>The question was declined.</source>
        <translation>The question was declined.</translation>
    </message>
    <message>
        <source>Deletion is paused: a hold is in force.</source>
        <translation>Deletion is paused: a hold is in force.</translation>
    </message>
    <message>
        <source>Someone else works on this VM.</source>
        <translation>Someone else works on this VM.</translation>
    </message>
    <message>
        <source>All three slots of the node are taken.</source>
        <translation>All three slots of the node are taken.</translation>
    </message>
    <message>
        <source>The VM is busy with a job of another run.</source>
        <translation>The VM is busy with a job of another run.</translation>
    </message>
    <message>
        <source>Another desk has taken this VM over.</source>
        <translation>Another desk has taken this VM over.</translation>
    </message>
    <message>
        <source>The acceptance is not green.</source>
        <translation>The acceptance is not green.</translation>
    </message>
    <message>
        <source>Docker is already deleted on this VM.</source>
        <translation>Docker is already deleted on this VM.</translation>
    </message>
    <message>
        <source>This run is rolled back already.</source>
        <translation>This run is rolled back already.</translation>
    </message>
    <message>
        <source>This run has no verified backup.</source>
        <translation>This run has no verified backup.</translation>
    </message>
    <message>
        <source>The images go only after the containers.</source>
        <translation>The images go only after the containers.</translation>
    </message>
    <message>
        <source>The direct install has not been started on this VM.</source>
        <translation>The direct install has not been started on this VM.</translation>
    </message>
    <message>
        <source>No run was ever begun in this VM.</source>
        <translation>No run was ever begun in this VM.</translation>
    </message>
    <message>
        <source>A rollback of this run is not finished.</source>
        <translation>A rollback of this run is not finished.</translation>
    </message>
    <message>
        <source>This run is finished.</source>
        <translation>This run is finished.</translation>
    </message>
    <message>
        <source>The run is at work.</source>
        <translation>The run is at work.</translation>
    </message>
    <message>
        <source>This run has gone beyond its scan.</source>
        <translation>This run has gone beyond its scan.</translation>
    </message>
    <message>
        <source>There is no such run.</source>
        <translation>There is no such run.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>The file could not be written.</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>This field is needed.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>There is no such field.</translation>
    </message>
    <message>
        <source>A VM number has digits only, from 100 to 999999999.</source>
        <translation>A VM number has digits only, from 100 to 999999999.</translation>
    </message>
    <message>
        <source>This is not an IPv4 address that a VM can have.</source>
        <translation>This is not an IPv4 address that a VM can have.</translation>
    </message>
    <message>
        <source>A node is written user@host or user@host:port.</source>
        <translation>A node is written user@host or user@host:port.</translation>
    </message>
    <message>
        <source>This is not a user name.</source>
        <translation>This is not a user name.</translation>
    </message>
    <message>
        <source>This is not a host name or address.</source>
        <translation>This is not a host name or address.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>A port is a number from 1 to 65535.</translation>
    </message>
    <message>
        <source>A release tag has letters, digits and . _ + - only.</source>
        <translation>A release tag has letters, digits and . _ + - only.</translation>
    </message>
    <message>
        <source>A repository is written owner/name.</source>
        <translation>A repository is written owner/name.</translation>
    </message>
    <message>
        <source>Write same, latest, or a version such as 2026.2.19.</source>
        <translation>Write same, latest, or a version such as 2026.2.19.</translation>
    </message>
    <message>
        <source>The mode is local or remote.</source>
        <translation>The mode is local or remote.</translation>
    </message>
    <message>
        <source>The order is procedure or early.</source>
        <translation>The order is procedure or early.</translation>
    </message>
    <message>
        <source>This is not an https:// or http:// address without login and query.</source>
        <translation>This is not an https:// or http:// address without login and query.</translation>
    </message>
    <message>
        <source>A name has 1 to 100 printable characters.</source>
        <translation>A name has 1 to 100 printable characters.</translation>
    </message>
    <message>
        <source>There is no line in it.</source>
        <translation>There is no line in it.</translation>
    </message>
    <message>
        <source>There are more than 10,000 lines.</source>
        <translation>There are more than 10,000 lines.</translation>
    </message>
    <message>
        <source>There is a column too many.</source>
        <translation>There is a column too many.</translation>
    </message>
    <message>
        <source>This VM stands here twice.</source>
        <translation>This VM stands here twice.</translation>
    </message>
    <message>
        <source>The direct version has not taken over.</source>
        <translation>The direct version has not taken over.</translation>
    </message>
    <message>
        <source>The user&apos;s acceptance is not recorded.</source>
        <translation>The user&apos;s acceptance is not recorded.</translation>
    </message>
    <message>
        <source>The acceptance is too old; it has to be run again.</source>
        <translation>The acceptance is too old; it has to be run again.</translation>
    </message>
    <message>
        <source>The node that was installed is not there any more.</source>
        <translation>The node that was installed is not there any more.</translation>
    </message>
    <message>
        <source>The openclaw that was installed is not there any more.</source>
        <translation>The openclaw that was installed is not there any more.</translation>
    </message>
    <message>
        <source>The deletion was not confirmed.</source>
        <translation>The deletion was not confirmed.</translation>
    </message>
    <message>
        <source>The direct services run already.</source>
        <translation>The direct services run already.</translation>
    </message>
    <message>
        <source>Docker&apos;s images are gone; its version cannot come back.</source>
        <translation>Docker&apos;s images are gone; its version cannot come back.</translation>
    </message>
    <message>
        <source>openclaw.json is a symbolic link.</source>
        <translation>openclaw.json is a symbolic link.</translation>
    </message>
    <message>
        <source>A socket or pipe lies in the data; it is not copied.</source>
        <translation>A socket or pipe lies in the data; it is not copied.</translation>
    </message>
    <message>
        <source>The wanted OpenClaw version can be had.</source>
        <translation>The wanted OpenClaw version can be had.</translation>
    </message>
    <message>
        <source>The installer can be had.</source>
        <translation>The installer can be had.</translation>
    </message>
    <message>
        <source>The commands that the migration needs are there.</source>
        <translation>The commands that the migration needs are there.</translation>
    </message>
    <message>
        <source>A container keeps data in a Docker volume, which is not moved.</source>
        <translation>A container keeps data in a Docker volume, which is not moved.</translation>
    </message>
    <message>
        <source>nginx leads 18080 to the panel.</source>
        <translation>nginx leads 18080 to the panel.</translation>
    </message>
    <message>
        <source>nginx leads 18789 to the gateway.</source>
        <translation>nginx leads 18789 to the gateway.</translation>
    </message>
    <message>
        <source>Nothing listens on 18080, where nginx should.</source>
        <translation>Nothing listens on 18080, where nginx should.</translation>
    </message>
    <message>
        <source>Nothing listens on 18789, where nginx should.</source>
        <translation>Nothing listens on 18789, where nginx should.</translation>
    </message>
    <message>
        <source>Something else than nginx holds 18080.</source>
        <translation>Something else than nginx holds 18080.</translation>
    </message>
    <message>
        <source>Something else than nginx holds 18789.</source>
        <translation>Something else than nginx holds 18789.</translation>
    </message>
    <message>
        <source>nginx&apos;s configuration does not show where 18080 leads.</source>
        <translation>nginx&apos;s configuration does not show where 18080 leads.</translation>
    </message>
    <message>
        <source>nginx&apos;s configuration does not show where 18789 leads.</source>
        <translation>nginx&apos;s configuration does not show where 18789 leads.</translation>
    </message>
    <message>
        <source>A path of the container was rewritten to its new place.</source>
        <translation>A path of the container was rewritten to its new place.</translation>
    </message>
    <message>
        <source>An old path is still named here; a link leads from there to the new place.</source>
        <translation>An old path is still named here; a link leads from there to the new place.</translation>
    </message>
    <message>
        <source>A path inside the container is named here.</source>
        <translation>A path inside the container is named here.</translation>
    </message>
    <message>
        <source>An old log path was replaced.</source>
        <translation>An old log path was replaced.</translation>
    </message>
    <message>
        <source>Another file is included here; it is not adapted.</source>
        <translation>Another file is included here; it is not adapted.</translation>
    </message>
    <message>
        <source>The gateway&apos;s mode stays as it was.</source>
        <translation>The gateway&apos;s mode stays as it was.</translation>
    </message>
    <message>
        <source>The gateway&apos;s address stays as it was.</source>
        <translation>The gateway&apos;s address stays as it was.</translation>
    </message>
    <message>
        <source>The byte order mark at the beginning was dropped.</source>
        <translation>The byte order mark at the beginning was dropped.</translation>
    </message>
    <message>
        <source>The configuration has something else here than an object.</source>
        <translation>The configuration has something else here than an object.</translation>
    </message>
    <message>
        <source>The configuration cannot be read.</source>
        <translation>The configuration cannot be read.</translation>
    </message>
    <message>
        <source>There is no hold on this VM.</source>
        <translation>There is no hold on this VM.</translation>
    </message>
    <message>
        <source>Its acceptance has neither passed, nor was the VM rolled back, nor is it gone.</source>
        <translation>Its acceptance has neither passed, nor was the VM rolled back, nor is it gone.</translation>
    </message>
    <message>
        <source>A hold is released with a reason only.</source>
        <translation>A hold is released with a reason only.</translation>
    </message>
    <message>
        <source>The run&apos;s journal cannot be read.</source>
        <translation>The run&apos;s journal cannot be read.</translation>
    </message>
    <message>
        <source>The run&apos;s journal cannot be written.</source>
        <translation>The run&apos;s journal cannot be written.</translation>
    </message>
    <message>
        <source>Another program is working on this run.</source>
        <translation>Another program is working on this run.</translation>
    </message>
    <message>
        <source>The run&apos;s journal is damaged.</source>
        <translation>The run&apos;s journal is damaged.</translation>
    </message>
    <message>
        <source>The program&apos;s data folder cannot be written.</source>
        <translation>The program&apos;s data folder cannot be written.</translation>
    </message>
    <message>
        <source>The command runs on in the VM.</source>
        <translation>The command runs on in the VM.</translation>
    </message>
    <message>
        <source>The VM&apos;s configuration on the node cannot be read.</source>
        <translation>The VM&apos;s configuration on the node cannot be read.</translation>
    </message>
    <message>
        <source>The guest agent does not run in the VM, or does not answer.</source>
        <translation>The guest agent does not run in the VM, or does not answer.</translation>
    </message>
    <message>
        <source>The guest agent took too long to answer.</source>
        <translation>The guest agent took too long to answer.</translation>
    </message>
    <message>
        <source>The guest agent is not allowed to run commands.</source>
        <translation>The guest agent is not allowed to run commands.</translation>
    </message>
    <message>
        <source>The node cannot reach the VM&apos;s agent socket.</source>
        <translation>The node cannot reach the VM&apos;s agent socket.</translation>
    </message>
    <message>
        <source>The command&apos;s result was already taken by another caller.</source>
        <translation>The command&apos;s result was already taken by another caller.</translation>
    </message>
    <message>
        <source>The node&apos;s qm gave an answer that cannot be read.</source>
        <translation>The node&apos;s qm gave an answer that cannot be read.</translation>
    </message>
    <message>
        <source>A step&apos;s header is not in order: an error of the program.</source>
        <translation>A step&apos;s header is not in order: an error of the program.</translation>
    </message>
    <message>
        <source>A step cannot be read: an error of the program.</source>
        <translation>A step cannot be read: an error of the program.</translation>
    </message>
    <message>
        <source>There is no such step: an error of the program.</source>
        <translation>There is no such step: an error of the program.</translation>
    </message>
    <message>
        <source>This VM is in the queue already.</source>
        <translation>This VM is in the queue already.</translation>
    </message>
    <message>
        <source>Some checks could not be decided.</source>
        <translation>Some checks could not be decided.</translation>
    </message>
    <message>
        <source>Not every condition of the deletion holds; nothing was deleted.</source>
        <translation>Not every condition of the deletion holds; nothing was deleted.</translation>
    </message>
    <message>
        <source>The node was not asked.</source>
        <translation>The node was not asked.</translation>
    </message>
    <message>
        <source>Only after a rollback is there something to carry back.</source>
        <translation>Only after a rollback is there something to carry back.</translation>
    </message>
    <message>
        <source>The VM has the job but does not run it.</source>
        <translation>The VM has the job but does not run it.</translation>
    </message>
    <message>
        <source>The step was left out, because the one before it did not get through.</source>
        <translation>The step was left out, because the one before it did not get through.</translation>
    </message>
    <message>
        <source>A warning wants to be acknowledged by name.</source>
        <translation>A warning wants to be acknowledged by name.</translation>
    </message>
    <message>
        <source>The program ended while it was at this.</source>
        <translation>The program ended while it was at this.</translation>
    </message>
    <message>
        <source>The link was lost before the VM began it.</source>
        <translation>The link was lost before the VM began it.</translation>
    </message>
    <message>
        <source>This desk already has this run.</source>
        <translation>This desk already has this run.</translation>
    </message>
    <message>
        <source>The job could not be packed.</source>
        <translation>The job could not be packed.</translation>
    </message>
    <message>
        <source>An answer could not be unpacked.</source>
        <translation>An answer could not be unpacked.</translation>
    </message>
    <message>
        <source>The VM answered nothing; the request may have been carried out.</source>
        <translation>The VM answered nothing; the request may have been carried out.</translation>
    </message>
    <message>
        <source>The node handed over the answer to another request.</source>
        <translation>The node handed over the answer to another request.</translation>
    </message>
    <message>
        <source>The VM&apos;s answer was cut off.</source>
        <translation>The VM&apos;s answer was cut off.</translation>
    </message>
    <message>
        <source>The VM does not find the job runtime that was sent.</source>
        <translation>The VM does not find the job runtime that was sent.</translation>
    </message>
    <message>
        <source>The job could not be brought into the VM.</source>
        <translation>The job could not be brought into the VM.</translation>
    </message>
    <message>
        <source>A job is not in order: an error of the program.</source>
        <translation>A job is not in order: an error of the program.</translation>
    </message>
    <message>
        <source>A job is too large for the guest agent.</source>
        <translation>A job is too large for the guest agent.</translation>
    </message>
    <message>
        <source>The node&apos;s answer cannot be read.</source>
        <translation>The node&apos;s answer cannot be read.</translation>
    </message>
    <message>
        <source>The connection broke before the node confirmed that the VM is yours.</source>
        <translation>The connection broke before the node confirmed that the VM is yours.</translation>
    </message>
    <message>
        <source>This VM was asked for before.</source>
        <translation>This VM was asked for before.</translation>
    </message>
    <message>
        <source>This desk does not hold the VM any more.</source>
        <translation>This desk does not hold the VM any more.</translation>
    </message>
    <message>
        <source>The job of that card may still be running in the VM.</source>
        <translation>The job of that card may still be running in the VM.</translation>
    </message>
    <message>
        <source>A name for the card on the node is not in order.</source>
        <translation>A name for the card on the node is not in order.</translation>
    </message>
    <message>
        <source>A command on this desk could not be started.</source>
        <translation>A command on this desk could not be started.</translation>
    </message>
    <message>
        <source>A script for the node is missing: an error of the program.</source>
        <translation>A script for the node is missing: an error of the program.</translation>
    </message>
    <message>
        <source>A value holds a character that cannot be sent.</source>
        <translation>A value holds a character that cannot be sent.</translation>
    </message>
    <message>
        <source>A script on the node failed.</source>
        <translation>A script on the node failed.</translation>
    </message>
    <message>
        <source>The node answered more than can be taken.</source>
        <translation>The node answered more than can be taken.</translation>
    </message>
    <message>
        <source>The command ended, but the node did not say how.</source>
        <translation>The command ended, but the node did not say how.</translation>
    </message>
    <message>
        <source>There is no keychain service on this desk.</source>
        <translation>There is no keychain service on this desk.</translation>
    </message>
    <message>
        <source>The keychain did not allow it.</source>
        <translation>The keychain did not allow it.</translation>
    </message>
    <message>
        <source>The keychain failed.</source>
        <translation>The keychain failed.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>The keychain did not answer in time.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else in between.</source>
        <translation>The file was changed by somebody else in between.</translation>
    </message>
    <message>
        <source>There is no change of the ledger to take back.</source>
        <translation>There is no change of the ledger to take back.</translation>
    </message>
    <message>
        <source>This VM is still claimed by a program that is not connected any more.</source>
        <translation>This VM is still claimed by a program that is not connected any more.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>There is no such file.</translation>
    </message>
    <message>
        <source>The file is larger than 8 MiB.</source>
        <translation>The file is larger than 8 MiB.</translation>
    </message>
    <message>
        <source>Somebody else keeps the file locked.</source>
        <translation>Somebody else keeps the file locked.</translation>
    </message>
    <message>
        <source>The snapshot&apos;s name is malformed.</source>
        <translation>The snapshot&apos;s name is malformed.</translation>
    </message>
    <message>
        <source>What is to be removed was not listed just before.</source>
        <translation>What is to be removed was not listed just before.</translation>
    </message>
    <message>
        <source>That is not among what was listed.</source>
        <translation>That is not among what was listed.</translation>
    </message>
    <message>
        <source>What was named must stay.</source>
        <translation>What was named must stay.</translation>
    </message>
    <message>
        <source>A migration leaves nothing at such a path.</source>
        <translation>A migration leaves nothing at such a path.</translation>
    </message>
    <message>
        <source>Something else stands there than what was listed.</source>
        <translation>Something else stands there than what was listed.</translation>
    </message>
    <message>
        <source>It could not be removed to its end.</source>
        <translation>It could not be removed to its end.</translation>
    </message>
    <message>
        <source>What the VM has as this output is not what the step wrote.</source>
        <translation>What the VM has as this output is not what the step wrote.</translation>
    </message>
    <message>
        <source>Somebody changed this VM&apos;s row of the ledger since; it was left as it is.</source>
        <translation>Somebody changed this VM&apos;s row of the ledger since; it was left as it is.</translation>
    </message>
    <message>
        <source>The row of the ledger would not be what it was before; it was left as it is.</source>
        <translation>The row of the ledger would not be what it was before; it was left as it is.</translation>
    </message>
    <message>
        <source>This VM has no row in the ledger.</source>
        <translation>This VM has no row in the ledger.</translation>
    </message>
    <message>
        <source>This VM has several rows in the ledger.</source>
        <translation>This VM has several rows in the ledger.</translation>
    </message>
    <message>
        <source>The ledger has no column for the VM&apos;s number.</source>
        <translation>The ledger has no column for the VM&apos;s number.</translation>
    </message>
    <message>
        <source>Services are watched for 4 to 300 seconds.</source>
        <translation>Services are watched for 4 to 300 seconds.</translation>
    </message>
    <message>
        <source>The free space is a number of MiB, from 64 to 1048576.</source>
        <translation>The free space is a number of MiB, from 64 to 1048576.</translation>
    </message>
    <message>
        <source>The journal&apos;s copy in the VM was not renewed.</source>
        <translation>The journal&apos;s copy in the VM was not renewed.</translation>
    </message>
    <message>
        <source>The gateway&apos;s container was not made by docker compose.</source>
        <translation>The gateway&apos;s container was not made by docker compose.</translation>
    </message>
    <message>
        <source>The two containers belong to different compose projects.</source>
        <translation>The two containers belong to different compose projects.</translation>
    </message>
    <message>
        <source>Another compose project was made from the same folder; it is left alone.</source>
        <translation>Another compose project was made from the same folder; it is left alone.</translation>
    </message>
    <message>
        <source>A file that the containers were made from is gone.</source>
        <translation>A file that the containers were made from is gone.</translation>
    </message>
    <message>
        <source>docker compose cannot read the project of the containers.</source>
        <translation>docker compose cannot read the project of the containers.</translation>
    </message>
    <message>
        <source>The compose files do not have a container&apos;s service any more.</source>
        <translation>The compose files do not have a container&apos;s service any more.</translation>
    </message>
    <message>
        <source>Files of the compose project lie outside /opt/openclaw; the backup does not hold them.</source>
        <translation>Files of the compose project lie outside /opt/openclaw; the backup does not hold them.</translation>
    </message>
    <message>
        <source>Made anew, the containers would not be as they are now.</source>
        <translation>Made anew, the containers would not be as they are now.</translation>
    </message>
    <message>
        <source>A container would vanish as soon as it stops (--rm).</source>
        <translation>A container would vanish as soon as it stops (--rm).</translation>
    </message>
    <message>
        <source>A container belongs to a Docker swarm, which would start it again.</source>
        <translation>A container belongs to a Docker swarm, which would start it again.</translation>
    </message>
    <message>
        <source>Another container has the same data mounted.</source>
        <translation>Another container has the same data mounted.</translation>
    </message>
    <message>
        <source>A stopped container would start a second gateway with Docker&apos;s daemon.</source>
        <translation>A stopped container would start a second gateway with Docker&apos;s daemon.</translation>
    </message>
    <message>
        <source>Variables that would make root run programs are not carried over.</source>
        <translation>Variables that would make root run programs are not carried over.</translation>
    </message>
    <message>
        <source>Variables that only the image sets are not carried over.</source>
        <translation>Variables that only the image sets are not carried over.</translation>
    </message>
    <message>
        <source>The container&apos;s working directory has an .env; it is carried over.</source>
        <translation>The container&apos;s working directory has an .env; it is carried over.</translation>
    </message>
    <message>
        <source>The container&apos;s start script sets variables that are not carried over.</source>
        <translation>The container&apos;s start script sets variables that are not carried over.</translation>
    </message>
    <message>
        <source>A file that a variable names could not be copied.</source>
        <translation>A file that a variable names could not be copied.</translation>
    </message>
    <message>
        <source>A file that a variable names is in the VM, at another path.</source>
        <translation>A file that a variable names is in the VM, at another path.</translation>
    </message>
    <message>
        <source>A file that a variable names is copied out of the container.</source>
        <translation>A file that a variable names is copied out of the container.</translation>
    </message>
    <message>
        <source>A variable names a path that the VM lacks.</source>
        <translation>A variable names a path that the VM lacks.</translation>
    </message>
    <message>
        <source>A variable leads OpenClaw to another place than the state directory.</source>
        <translation>A variable leads OpenClaw to another place than the state directory.</translation>
    </message>
    <message>
        <source>The direct gateway keeps the container&apos;s time zone.</source>
        <translation>The direct gateway keeps the container&apos;s time zone.</translation>
    </message>
    <message>
        <source>The container&apos;s time zone differs from the VM&apos;s; it is carried over.</source>
        <translation>The container&apos;s time zone differs from the VM&apos;s; it is carried over.</translation>
    </message>
    <message>
        <source>Which time zone the container is in could not be told.</source>
        <translation>Which time zone the container is in could not be told.</translation>
    </message>
    <message>
        <source>The gateway can command Docker.</source>
        <translation>The gateway can command Docker.</translation>
    </message>
    <message>
        <source>A mount has the same path in the VM.</source>
        <translation>A mount has the same path in the VM.</translation>
    </message>
    <message>
        <source>A folder is mounted inside the container&apos;s own program.</source>
        <translation>A folder is mounted inside the container&apos;s own program.</translation>
    </message>
    <message>
        <source>A mount&apos;s path is emptied at each boot of the VM.</source>
        <translation>A mount&apos;s path is emptied at each boot of the VM.</translation>
    </message>
    <message>
        <source>A volume beside the state directory is not moved.</source>
        <translation>A volume beside the state directory is not moved.</translation>
    </message>
    <message>
        <source>A folder is mounted beside the state directory; the direct gateway needs a link to it.</source>
        <translation>A folder is mounted beside the state directory; the direct gateway needs a link to it.</translation>
    </message>
    <message>
        <source>Where the direct gateway looks for a mounted folder, something else stands.</source>
        <translation>Where the direct gateway looks for a mounted folder, something else stands.</translation>
    </message>
    <message>
        <source>The configuration names a path that the VM has elsewhere.</source>
        <translation>The configuration names a path that the VM has elsewhere.</translation>
    </message>
    <message>
        <source>The configuration names a path that only the container has.</source>
        <translation>The configuration names a path that only the container has.</translation>
    </message>
    <message>
        <source>/root/.env is there; the service starts elsewhere, so that it is not read.</source>
        <translation>/root/.env is there; the service starts elsewhere, so that it is not read.</translation>
    </message>
    <message>
        <source>The gateway&apos;s container could not be looked at.</source>
        <translation>The gateway&apos;s container could not be looked at.</translation>
    </message>
    <message>
        <source>Compiled modules could not be read.</source>
        <translation>Compiled modules could not be read.</translation>
    </message>
    <message>
        <source>Compiled modules of plugins will not load in the VM.</source>
        <translation>Compiled modules of plugins will not load in the VM.</translation>
    </message>
    <message>
        <source>Compiled modules of plugins are bound to one version of Node.</source>
        <translation>Compiled modules of plugins are bound to one version of Node.</translation>
    </message>
    <message>
        <source>Compiled modules of plugins fit.</source>
        <translation>Compiled modules of plugins fit.</translation>
    </message>
    <message>
        <source>The VM has the programs that skills ask for.</source>
        <translation>The VM has the programs that skills ask for.</translation>
    </message>
    <message>
        <source>The VM lacks programs that the container has.</source>
        <translation>The VM lacks programs that the container has.</translation>
    </message>
    <message>
        <source>Which programs the container has could not be told.</source>
        <translation>Which programs the container has could not be told.</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s is known in the VM, too.</source>
        <translation>An address of Docker&apos;s is known in the VM, too.</translation>
    </message>
    <message>
        <source>An address means the container itself.</source>
        <translation>An address means the container itself.</translation>
    </message>
    <message>
        <source>An address exists only inside Docker.</source>
        <translation>An address exists only inside Docker.</translation>
    </message>
    <message>
        <source>An encrypted address exists only inside Docker.</source>
        <translation>An encrypted address exists only inside Docker.</translation>
    </message>
    <message>
        <source>What an address of Docker&apos;s leads to does not answer in the VM.</source>
        <translation>What an address of Docker&apos;s leads to does not answer in the VM.</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s is replaced by one that works directly.</source>
        <translation>An address of Docker&apos;s is replaced by one that works directly.</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s is to be changed by hand after the move.</source>
        <translation>An address of Docker&apos;s is to be changed by hand after the move.</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s was replaced.</source>
        <translation>An address of Docker&apos;s was replaced.</translation>
    </message>
    <message>
        <source>Addresses that exist only inside Docker could not be looked for.</source>
        <translation>Addresses that exist only inside Docker could not be looked for.</translation>
    </message>
    <message>
        <source>The gateway asks callers for neither token nor password.</source>
        <translation>The gateway asks callers for neither token nor password.</translation>
    </message>
    <message>
        <source>The direct gateway would not find the token.</source>
        <translation>The direct gateway would not find the token.</translation>
    </message>
    <message>
        <source>The token cannot be read; a call proves it.</source>
        <translation>The token cannot be read; a call proves it.</translation>
    </message>
    <message>
        <source>Which token the gateway takes could not be told.</source>
        <translation>Which token the gateway takes could not be told.</translation>
    </message>
    <message>
        <source>The token was found, but not proved by a call.</source>
        <translation>The token was found, but not proved by a call.</translation>
    </message>
    <message>
        <source>By the files the direct gateway&apos;s token would be another.</source>
        <translation>By the files the direct gateway&apos;s token would be another.</translation>
    </message>
    <message>
        <source>The gateway accepts its token, as a call proved.</source>
        <translation>The gateway accepts its token, as a call proved.</translation>
    </message>
    <message>
        <source>A configuration is a link to another file of its folder.</source>
        <translation>A configuration is a link to another file of its folder.</translation>
    </message>
    <message>
        <source>There is a device file in the data; it is not copied.</source>
        <translation>There is a device file in the data; it is not copied.</translation>
    </message>
    <message>
        <source>Programs in the data run with their owner&apos;s rights; these bits are not copied.</source>
        <translation>Programs in the data run with their owner&apos;s rights; these bits are not copied.</translation>
    </message>
    <message>
        <source>Something stands where the copy was to be made.</source>
        <translation>Something stands where the copy was to be made.</translation>
    </message>
    <message>
        <source>The VM is on another node of the cluster.</source>
        <translation>The VM is on another node of the cluster.</translation>
    </message>
    <message>
        <source>This number is a container&apos;s, not a VM&apos;s.</source>
        <translation>This number is a container&apos;s, not a VM&apos;s.</translation>
    </message>
    <message>
        <source>Whether the VM still exists cannot be read.</source>
        <translation>Whether the VM still exists cannot be read.</translation>
    </message>
    <message>
        <source>The node does not tell whether the VM runs.</source>
        <translation>The node does not tell whether the VM runs.</translation>
    </message>
    <message>
        <source>The VM itself has another address than the node has for it.</source>
        <translation>The VM itself has another address than the node has for it.</translation>
    </message>
    <message>
        <source>Not all port mappings of the node can be read; one for this VM may be among them.</source>
        <translation>Not all port mappings of the node can be read; one for this VM may be among them.</translation>
    </message>
    <message>
        <source>A port mapping of the node cannot be read.</source>
        <translation>A port mapping of the node cannot be read.</translation>
    </message>
    <message>
        <source>A port mapping holds for some connections only.</source>
        <translation>A port mapping holds for some connections only.</translation>
    </message>
    <message>
        <source>The node&apos;s iptables gave a warning.</source>
        <translation>The node&apos;s iptables gave a warning.</translation>
    </message>
    <message>
        <source>The node does not list its VMs.</source>
        <translation>The node does not list its VMs.</translation>
    </message>
    <message>
        <source>The node&apos;s cluster file system does not answer; nothing was asked.</source>
        <translation>The node&apos;s cluster file system does not answer; nothing was asked.</translation>
    </message>
    <message>
        <source>A value for the node&apos;s qm has other characters than ASCII; it was not sent.</source>
        <translation>A value for the node&apos;s qm has other characters than ASCII; it was not sent.</translation>
    </message>
    <message>
        <source>The node&apos;s login shell did not get to the command.</source>
        <translation>The node&apos;s login shell did not get to the command.</translation>
    </message>
    <message>
        <source>The node&apos;s login shell prints before every answer.</source>
        <translation>The node&apos;s login shell prints before every answer.</translation>
    </message>
    <message>
        <source>The node&apos;s login shell is slow to get to a command.</source>
        <translation>The node&apos;s login shell is slow to get to a command.</translation>
    </message>
    <message>
        <source>The node&apos;s host key is marked as revoked. Everything stops here.</source>
        <translation>The node&apos;s host key is marked as revoked. Everything stops here.</translation>
    </message>
    <message>
        <source>The run&apos;s folder holds the journal of another run, VM or node.</source>
        <translation>The run&apos;s folder holds the journal of another run, VM or node.</translation>
    </message>
    <message>
        <source>What root would run comes from other sources than this desk&apos;s.</source>
        <translation>What root would run comes from other sources than this desk&apos;s.</translation>
    </message>
    <message>
        <source>This is not a run&apos;s name.</source>
        <translation>This is not a run&apos;s name.</translation>
    </message>
    <message>
        <source>That run is one of another VM or node.</source>
        <translation>That run is one of another VM or node.</translation>
    </message>
    <message>
        <source>The file is larger than any journal.</source>
        <translation>The file is larger than any journal.</translation>
    </message>
    <message>
        <source>The change was made in another ledger than the one set on this desk.</source>
        <translation>The change was made in another ledger than the one set on this desk.</translation>
    </message>
    <message>
        <source>Something that must not change could not be read and cannot be compared.</source>
        <translation>Something that must not change could not be read and cannot be compared.</translation>
    </message>
    <message>
        <source>Another OpenClaw version is chosen: its pages may answer otherwise.</source>
        <translation>Another OpenClaw version is chosen: its pages may answer otherwise.</translation>
    </message>
    <message>
        <source>The container is started by a shell script.</source>
        <translation>The container is started by a shell script.</translation>
    </message>
    <message>
        <source>The container is started by a program of its own.</source>
        <translation>The container is started by a program of its own.</translation>
    </message>
    <message>
        <source>The container starts the gateway with options that the service does not have.</source>
        <translation>The container starts the gateway with options that the service does not have.</translation>
    </message>
    <message>
        <source>Limits of the compose file do not apply to the service.</source>
        <translation>Limits of the compose file do not apply to the service.</translation>
    </message>
    <message>
        <source>The container asks name servers of its own.</source>
        <translation>The container asks name servers of its own.</translation>
    </message>
    <message>
        <source>The container publishes a further port.</source>
        <translation>The container publishes a further port.</translation>
    </message>
    <message>
        <source>A user&apos;s unit would start a second gateway at boot.</source>
        <translation>A user&apos;s unit would start a second gateway at boot.</translation>
    </message>
    <message>
        <source>A source is fetched without TLS: whoever is on the way can change it.</source>
        <translation>A source is fetched without TLS: whoever is on the way can change it.</translation>
    </message>
    <message>
        <source>The installer is another than for an earlier VM.</source>
        <translation>The installer is another than for an earlier VM.</translation>
    </message>
    <message>
        <source>The installer is not the expected one; it was not run.</source>
        <translation>The installer is not the expected one; it was not run.</translation>
    </message>
    <message>
        <source>The panel&apos;s release has other bytes than for an earlier VM.</source>
        <translation>The panel&apos;s release has other bytes than for an earlier VM.</translation>
    </message>
    <message>
        <source>The panel&apos;s release is not the expected one; it was not run.</source>
        <translation>The panel&apos;s release is not the expected one; it was not run.</translation>
    </message>
    <message>
        <source>The panel&apos;s release could not be held against its known sum.</source>
        <translation>The panel&apos;s release could not be held against its known sum.</translation>
    </message>
    <message>
        <source>The panel&apos;s lock file does not fit; its dependencies were installed without it.</source>
        <translation>The panel&apos;s lock file does not fit; its dependencies were installed without it.</translation>
    </message>
    <message>
        <source>The data folder belongs to another user.</source>
        <translation>The data folder belongs to another user.</translation>
    </message>
    <message>
        <source>The node&apos;s state folder is not root&apos;s own.</source>
        <translation>The node&apos;s state folder is not root&apos;s own.</translation>
    </message>
    <message>
        <source>The sources&apos; sums could not be kept.</source>
        <translation>The sources&apos; sums could not be kept.</translation>
    </message>
    <message>
        <source>This is not a SHA-256.</source>
        <translation>This is not a SHA-256.</translation>
    </message>
    <message>
        <source>The panel&apos;s release changes; its pages may answer otherwise.</source>
        <translation>The panel&apos;s release changes; its pages may answer otherwise.</translation>
    </message>
    <message>
        <source>How this VM answers could not be looked at.</source>
        <translation>How this VM answers could not be looked at.</translation>
    </message>
    <message>
        <source>A front port is published by a container, which would not reach the direct version.</source>
        <translation>A front port is published by a container, which would not reach the direct version.</translation>
    </message>
    <message>
        <source>The gateway&apos;s token was changed since the scan.</source>
        <translation>The gateway&apos;s token was changed since the scan.</translation>
    </message>
    <message>
        <source>Something in the VM calls docker; after the migration it does not reach the bot.</source>
        <translation>Something in the VM calls docker; after the migration it does not reach the bot.</translation>
    </message>
    <message>
        <source>Something in the VM would bring Docker&apos;s version up by itself.</source>
        <translation>Something in the VM would bring Docker&apos;s version up by itself.</translation>
    </message>
    <message>
        <source>Something in the VM would remove the stopped containers or their images.</source>
        <translation>Something in the VM would remove the stopped containers or their images.</translation>
    </message>
    <message>
        <source>A container starts stopped containers again.</source>
        <translation>A container starts stopped containers again.</translation>
    </message>
    <message>
        <source>A mount lies inside the data; its content is copied.</source>
        <translation>A mount lies inside the data; its content is copied.</translation>
    </message>
    <message>
        <source>A source folder is a mount point; a restore could not move it aside.</source>
        <translation>A source folder is a mount point; a restore could not move it aside.</translation>
    </message>
    <message>
        <source>What has to be moved aside is a mount point.</source>
        <translation>What has to be moved aside is a mount point.</translation>
    </message>
    <message>
        <source>Something else stands where a folder or file has to be put.</source>
        <translation>Something else stands where a folder or file has to be put.</translation>
    </message>
    <message>
        <source>Nothing can be written where it has to be.</source>
        <translation>Nothing can be written where it has to be.</translation>
    </message>
    <message>
        <source>What has to be changed is protected from changes.</source>
        <translation>What has to be changed is protected from changes.</translation>
    </message>
    <message>
        <source>A service of the direct install is masked.</source>
        <translation>A service of the direct install is masked.</translation>
    </message>
    <message>
        <source>Somebody else&apos;s unit stands where the direct one goes; it is kept.</source>
        <translation>Somebody else&apos;s unit stands where the direct one goes; it is kept.</translation>
    </message>
    <message>
        <source>Somebody else&apos;s settings would change a service of the direct install.</source>
        <translation>Somebody else&apos;s settings would change a service of the direct install.</translation>
    </message>
    <message>
        <source>systemd could not start a trial service.</source>
        <translation>systemd could not start a trial service.</translation>
    </message>
    <message>
        <source>This run deleted Docker&apos;s images; Docker&apos;s version cannot be started any more.</source>
        <translation>This run deleted Docker&apos;s images; Docker&apos;s version cannot be started any more.</translation>
    </message>
    <message>
        <source>docker compose does not accept the VM&apos;s compose files.</source>
        <translation>docker compose does not accept the VM&apos;s compose files.</translation>
    </message>
    <message>
        <source>The gateway does not get up with this configuration; the one before is back.</source>
        <translation>The gateway does not get up with this configuration; the one before is back.</translation>
    </message>
    <message>
        <source>A step that stands before this one has not run.</source>
        <translation>A step that stands before this one has not run.</translation>
    </message>
    <message>
        <source>A step that stands before this one failed.</source>
        <translation>A step that stands before this one failed.</translation>
    </message>
    <message>
        <source>How an earlier step ended is not known yet.</source>
        <translation>How an earlier step ended is not known yet.</translation>
    </message>
    <message>
        <source>The scan found something that forbids to go on.</source>
        <translation>The scan found something that forbids to go on.</translation>
    </message>
    <message>
        <source>This run is on its way back; start a new one.</source>
        <translation>This run is on its way back; start a new one.</translation>
    </message>
    <message>
        <source>This run was taken off the list.</source>
        <translation>This run was taken off the list.</translation>
    </message>
    <message>
        <source>A run has changed a VM of this node and is not at its end.</source>
        <translation>A run has changed a VM of this node and is not at its end.</translation>
    </message>
    <message>
        <source>Nobody holds this VM.</source>
        <translation>Nobody holds this VM.</translation>
    </message>
    <message>
        <source>The program that holds this VM is connected.</source>
        <translation>The program that holds this VM is connected.</translation>
    </message>
    <message>
        <source>The VM calls a step running, long after its time limit; nobody waits for it.</source>
        <translation>The VM calls a step running, long after its time limit; nobody waits for it.</translation>
    </message>
    <message>
        <source>The VM was asked to end a step and still calls it running.</source>
        <translation>The VM was asked to end a step and still calls it running.</translation>
    </message>
    <message>
        <source>The VM says that a step ended and does not give its output.</source>
        <translation>The VM says that a step ended and does not give its output.</translation>
    </message>
    <message>
        <source>The first node in the VM is too old for this OpenClaw.</source>
        <translation>The first node in the VM is too old for this OpenClaw.</translation>
    </message>
    <message>
        <source>A cache in /tmp was not root&apos;s alone; it was moved aside and is not used.</source>
        <translation>A cache in /tmp was not root&apos;s alone; it was moved aside and is not used.</translation>
    </message>
    <message>
        <source>The package client&apos;s registry could not be asked.</source>
        <translation>The package client&apos;s registry could not be asked.</translation>
    </message>
    <message>
        <source>Nothing proves that a desk wrote the copy of the journal in the VM; it was not used.</source>
        <translation>Nothing proves that a desk wrote the copy of the journal in the VM; it was not used.</translation>
    </message>
    <message>
        <source>The ledger and the node&apos;s port mappings agree.</source>
        <translation>The ledger and the node&apos;s port mappings agree.</translation>
    </message>
    <message>
        <source>The ledger&apos;s row of this VM cannot be taken as it is.</source>
        <translation>The ledger&apos;s row of this VM cannot be taken as it is.</translation>
    </message>
    <message>
        <source>The ledger cannot be read.</source>
        <translation>The ledger cannot be read.</translation>
    </message>
    <message>
        <source>openclaw.json can be read in two ways.</source>
        <translation>openclaw.json can be read in two ways.</translation>
    </message>
    <message>
        <source>A configuration is too large to be read.</source>
        <translation>A configuration is too large to be read.</translation>
    </message>
    <message>
        <source>An archive of the backup cannot be read to its end.</source>
        <translation>An archive of the backup cannot be read to its end.</translation>
    </message>
    <message>
        <source>The archives differ from the data they were made of.</source>
        <translation>The archives differ from the data they were made of.</translation>
    </message>
    <message>
        <source>An archive of the backup is missing.</source>
        <translation>An archive of the backup is missing.</translation>
    </message>
    <message>
        <source>The program&apos;s own steps do not fit together.</source>
        <translation>The program&apos;s own steps do not fit together.</translation>
    </message>
    <message>
        <source>The program lacks words for its own steps.</source>
        <translation>The program lacks words for its own steps.</translation>
    </message>
    <message>
        <source>An archive is not what was written: its sum differs.</source>
        <translation>An archive is not what was written: its sum differs.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>Stages A to H are green</source>
        <translation>Stages A to H are green</translation>
    </message>
    <message>
        <source>The backup was verified</source>
        <translation>The backup was verified</translation>
    </message>
    <message>
        <source>The moved data was proven equal to the source</source>
        <translation>The moved data was proven equal to the source</translation>
    </message>
    <message>
        <source>The direct version has taken over</source>
        <translation>The direct version has taken over</translation>
    </message>
    <message>
        <source>The acceptance is green and was just run again</source>
        <translation>The acceptance is green and was just run again</translation>
    </message>
    <message>
        <source>The user&apos;s acceptance is recorded</source>
        <translation>The user&apos;s acceptance is recorded</translation>
    </message>
    <message>
        <source>The versions are those that the user accepted</source>
        <translation>The versions are those that the user accepted</translation>
    </message>
    <message>
        <source>This desk holds the VM</source>
        <translation>This desk holds the VM</translation>
    </message>
    <message>
        <source>Every node of the queue could be asked</source>
        <translation>Every node of the queue could be asked</translation>
    </message>
    <message>
        <source>No hold stands on any node</source>
        <translation>No hold stands on any node</translation>
    </message>
    <message>
        <source>Docker was not deleted before</source>
        <translation>Docker was not deleted before</translation>
    </message>
</context>
<context>
    <name>Cures</name>
    <message>
        <source>Start the VM on the node, then look it up again.</source>
        <translation>Start the VM on the node, then look it up again.</translation>
    </message>
    <message>
        <source>Wait until that operation has ended, then scan again.</source>
        <translation>Wait until that operation has ended, then scan again.</translation>
    </message>
    <message>
        <source>Correct the address, or leave it empty.</source>
        <translation>Correct the address, or leave it empty.</translation>
    </message>
    <message>
        <source>Enter the address by hand.</source>
        <translation>Enter the address by hand.</translation>
    </message>
    <message>
        <source>Compare with the ledger; NAT rules are only ever read by this program.</source>
        <translation>Compare with the ledger; NAT rules are only ever read by this program.</translation>
    </message>
    <message>
        <source>Decide on the node which rule is right; only the first one works.</source>
        <translation>Decide on the node which rule is right; only the first one works.</translation>
    </message>
    <message>
        <source>Find out which one is right before going on.</source>
        <translation>Find out which one is right before going on.</translation>
    </message>
    <message>
        <source>On the node: qm set VMID --agent 1, then restart the VM.</source>
        <translation>On the node: qm set VMID --agent 1, then restart the VM.</translation>
    </message>
    <message>
        <source>In the VM: install and start qemu-guest-agent.</source>
        <translation>In the VM: install and start qemu-guest-agent.</translation>
    </message>
    <message>
        <source>Allow guest-exec in the VM&apos;s /etc/qemu/qemu-ga.conf and restart the agent.</source>
        <translation>Allow guest-exec in the VM&apos;s /etc/qemu/qemu-ga.conf and restart the agent.</translation>
    </message>
    <message>
        <source>Make room in the VM, then scan again.</source>
        <translation>Make room in the VM, then scan again.</translation>
    </message>
    <message>
        <source>Remove small files that nobody needs, then scan again.</source>
        <translation>Remove small files that nobody needs, then scan again.</translation>
    </message>
    <message>
        <source>Set it right: certificates and time stamps depend on it.</source>
        <translation>Set it right: certificates and time stamps depend on it.</translation>
    </message>
    <message>
        <source>Repair it in the VM, then scan again.</source>
        <translation>Repair it in the VM, then scan again.</translation>
    </message>
    <message>
        <source>Choose the version yourself on the page before.</source>
        <translation>Choose the version yourself on the page before.</translation>
    </message>
    <message>
        <source>Tell its owner to change it.</source>
        <translation>Tell its owner to change it.</translation>
    </message>
    <message>
        <source>Start it in the VM (systemctl start docker), then scan again.</source>
        <translation>Start it in the VM (systemctl start docker), then scan again.</translation>
    </message>
    <message>
        <source>Install the compose plugin, then scan again.</source>
        <translation>Install the compose plugin, then scan again.</translation>
    </message>
    <message>
        <source>Choose a release that exists.</source>
        <translation>Choose a release that exists.</translation>
    </message>
    <message>
        <source>Check the VM&apos;s network, or choose another source.</source>
        <translation>Check the VM&apos;s network, or choose another source.</translation>
    </message>
    <message>
        <source>Check the VM&apos;s network, or choose a mirror.</source>
        <translation>Check the VM&apos;s network, or choose a mirror.</translation>
    </message>
    <message>
        <source>To keep the data as it is, choose &quot;same&quot;.</source>
        <translation>To keep the data as it is, choose &quot;same&quot;.</translation>
    </message>
    <message>
        <source>Choose another version.</source>
        <translation>Choose another version.</translation>
    </message>
    <message>
        <source>Choose a version.</source>
        <translation>Choose a version.</translation>
    </message>
    <message>
        <source>Accept it, delete Docker&apos;s rest, or roll back.</source>
        <translation>Accept it, delete Docker&apos;s rest, or roll back.</translation>
    </message>
    <message>
        <source>Roll the earlier run back first, or decide which one users are on.</source>
        <translation>Roll the earlier run back first, or decide which one users are on.</translation>
    </message>
    <message>
        <source>Stop and disable it: two on one bot token disturb each other.</source>
        <translation>Stop and disable it: two on one bot token disturb each other.</translation>
    </message>
    <message>
        <source>Install them, then scan again.</source>
        <translation>Install them, then scan again.</translation>
    </message>
    <message>
        <source>Install it whole: apt-get install python3</source>
        <translation>Install it whole: apt-get install python3</translation>
    </message>
    <message>
        <source>Scan again, so that the newest one is adapted.</source>
        <translation>Scan again, so that the newest one is adapted.</translation>
    </message>
    <message>
        <source>Wait until it ends, then retry.</source>
        <translation>Wait until it ends, then retry.</translation>
    </message>
    <message>
        <source>Find out what writes there and stop it, then retry.</source>
        <translation>Find out what writes there and stop it, then retry.</translation>
    </message>
    <message>
        <source>Check the address, the VPN and the node itself; then test again.</source>
        <translation>Check the address, the VPN and the node itself; then test again.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the address.</source>
        <translation>Check the spelling, or use the address.</translation>
    </message>
    <message>
        <source>Check the jump host and its access to the node.</source>
        <translation>Check the jump host and its access to the node.</translation>
    </message>
    <message>
        <source>Check the port, and that sshd runs on the node.</source>
        <translation>Check the port, and that sshd runs on the node.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the node whether it was reinstalled. Only then remove the old key from the known-hosts file.</source>
        <translation>Ask whoever looks after the node whether it was reinstalled. Only then remove the old key from the known-hosts file.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the node; do not trust it blindly.</source>
        <translation>Ask whoever looks after the node; do not trust it blindly.</translation>
    </message>
    <message>
        <source>Choose a key the node knows, or enter the password again.</source>
        <translation>Choose a key the node knows, or enter the password again.</translation>
    </message>
    <message>
        <source>Choose another file, or enter its passphrase again.</source>
        <translation>Choose another file, or enter its passphrase again.</translation>
    </message>
    <message>
        <source>Resume: the VM is asked again, nothing is run twice.</source>
        <translation>Resume: the VM is asked again, nothing is run twice.</translation>
    </message>
    <message>
        <source>Resume when it answers again.</source>
        <translation>Resume when it answers again.</translation>
    </message>
    <message>
        <source>Enter the Proxmox host, not one of its VMs.</source>
        <translation>Enter the Proxmox host, not one of its VMs.</translation>
    </message>
    <message>
        <source>Log in as root, or allow sudo without a password for this user.</source>
        <translation>Log in as root, or allow sudo without a password for this user.</translation>
    </message>
    <message>
        <source>Choose another folder, or see to its permissions.</source>
        <translation>Choose another folder, or see to its permissions.</translation>
    </message>
    <message>
        <source>Start the VM on the node, then test again.</source>
        <translation>Start the VM on the node, then test again.</translation>
    </message>
    <message>
        <source>Wait a moment, then test again.</source>
        <translation>Wait a moment, then test again.</translation>
    </message>
    <message>
        <source>Check the VM&apos;s number, or discover what the node has.</source>
        <translation>Check the VM&apos;s number, or discover what the node has.</translation>
    </message>
    <message>
        <source>Restart the VM once, so that its agent&apos;s channel is made.</source>
        <translation>Restart the VM once, so that its agent&apos;s channel is made.</translation>
    </message>
    <message>
        <source>Run the acceptance again, or roll the VM back first.</source>
        <translation>Run the acceptance again, or roll the VM back first.</translation>
    </message>
    <message>
        <source>Say why no data can be lost.</source>
        <translation>Say why no data can be lost.</translation>
    </message>
    <message>
        <source>Wait, ask the colleague, or adopt the run with a reason.</source>
        <translation>Wait, ask the colleague, or adopt the run with a reason.</translation>
    </message>
    <message>
        <source>Wait until one of the three is free.</source>
        <translation>Wait until one of the three is free.</translation>
    </message>
    <message>
        <source>Resume that run, ask the colleague, or adopt it with a reason.</source>
        <translation>Resume that run, ask the colleague, or adopt it with a reason.</translation>
    </message>
    <message>
        <source>Look at the row, and set it by hand.</source>
        <translation>Look at the row, and set it by hand.</translation>
    </message>
    <message>
        <source>Nothing is needed: this desk&apos;s journal is whole, and the next task copies it into the VM again.</source>
        <translation>Nothing is needed: this desk&apos;s journal is whole, and the next task copies it into the VM again.</translation>
    </message>
    <message>
        <source>Put a file in its place, then scan again.</source>
        <translation>Put a file in its place, then scan again.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the node for its new key.</source>
        <translation>Ask whoever looks after the node for its new key.</translation>
    </message>
    <message>
        <source>Keep the folder for looking at, find out who made it, and begin a new run.</source>
        <translation>Keep the folder for looking at, find out who made it, and begin a new run.</translation>
    </message>
    <message>
        <source>Compare them; accept them only if you know them.</source>
        <translation>Compare them; accept them only if you know them.</translation>
    </message>
    <message>
        <source>Set that ledger in the settings, then undo again.</source>
        <translation>Set that ledger in the settings, then undo again.</translation>
    </message>
    <message>
        <source>Choose the node that has it now.</source>
        <translation>Choose the node that has it now.</translation>
    </message>
    <message>
        <source>Wait a moment: it may only be restarting. If it lasts, look at pve-cluster on the node.</source>
        <translation>Wait a moment: it may only be restarting. If it lasts, look at pve-cluster on the node.</translation>
    </message>
    <message>
        <source>Look at root&apos;s .bashrc on the node: something in it waits.</source>
        <translation>Look at root&apos;s .bashrc on the node: something in it waits.</translation>
    </message>
    <message>
        <source>Make `[ -t 1 ] || return` the first line of root&apos;s .bashrc on the node.</source>
        <translation>Make `[ -t 1 ] || return` the first line of root&apos;s .bashrc on the node.</translation>
    </message>
    <message>
        <source>Look at root&apos;s .bashrc on the node.</source>
        <translation>Look at root&apos;s .bashrc on the node.</translation>
    </message>
    <message>
        <source>Remove it, or move it out of the folder, then scan again.</source>
        <translation>Remove it, or move it out of the folder, then scan again.</translation>
    </message>
    <message>
        <source>Go on with the data folder of the desk that has the run; otherwise compare what the copy says, and accept it by name.</source>
        <translation>Go on with the data folder of the desk that has the run; otherwise compare what the copy says, and accept it by name.</translation>
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
        <source>Prepare &amp;early: install before the stop, shorter outage</source>
        <translation>Prepare &amp;early: install before the stop, shorter outage</translation>
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
        <source>Tell &amp;me when a VM wants a person</source>
        <translation>Tell &amp;me when a VM wants a person</translation>
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
    <name>Waiting</name>
    <message>
        <source>waits for a worker</source>
        <translation>waits for a worker</translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>the queue is paused</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>waits for a free worker</source>
        <translation>waits for a free worker</translation>
    </message>
    <message>
        <source>another run works on this VM</source>
        <translation>another run works on this VM</translation>
    </message>
    <message>
        <source>waits until the first VM has passed its acceptance</source>
        <translation>waits until the first VM has passed its acceptance</translation>
    </message>
    <message>
        <source>the first VM has not passed its acceptance: go on with it, or leave it out</source>
        <translation>the first VM has not passed its acceptance: go on with it, or leave it out</translation>
    </message>
    <message>
        <source>scheduled for %1</source>
        <translation>scheduled for %1</translation>
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
        <source>VM %1 wants the user&apos;s acceptance</source>
        <translation>VM %1 wants the user&apos;s acceptance</translation>
    </message>
    <message>
        <source>The acceptance is green. Ask the user to try it.</source>
        <translation>The acceptance is green. Ask the user to try it.</translation>
    </message>
    <message>
        <source>VM %1: %2</source>
        <translation>VM %1: %2</translation>
    </message>
    <message>
        <source>VM %1 wants a person</source>
        <translation>VM %1 wants a person</translation>
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
</context>
<context>
    <name>undock::gui::RecordsWindow</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
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
        <source>Wants a person</source>
        <translation>Wants a person</translation>
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
    <message>
        <source>the VM is %1</source>
        <translation>the VM is %1</translation>
    </message>
    <message>
        <source>the guest agent is not enabled</source>
        <translation>the guest agent is not enabled</translation>
    </message>
    <message>
        <source>it is a template</source>
        <translation>it is a template</translation>
    </message>
    <message>
        <source>port mappings are missing</source>
        <translation>port mappings are missing</translation>
    </message>
    <message>
        <source>its address is not known to the node</source>
        <translation>its address is not known to the node</translation>
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
        <source>wants the user&apos;s acceptance</source>
        <translation>wants the user&apos;s acceptance</translation>
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
        <source>rollback failed: wants a person now</source>
        <translation>rollback failed: wants a person now</translation>
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

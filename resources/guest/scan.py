"""a-scan: everything that is looked at before anything is done. Reads only."""

import scan_behaviour
import scan_callers
import scan_data
import scan_docker
import scan_gateways
import scan_leftovers
import scan_nodes
import scan_places
import scan_sources
import scan_surroundings
import scan_system

if __name__ == "__main__":
    scan_system.scan()
    docker = scan_docker.scan()
    scan_behaviour.scan(docker)
    scan_data.scan()
    scan_surroundings.scan(docker)
    scan_leftovers.scan(docker)
    scan_gateways.scan(docker)
    scan_callers.scan(docker)
    scan_places.scan(docker)
    scan_sources.scan(docker)
    scan_nodes.scan()
